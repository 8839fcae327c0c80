"""What the caisse knows of a person, her carte Vitale among it, and how long it takes."""
