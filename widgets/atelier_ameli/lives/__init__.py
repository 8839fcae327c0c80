"""One life for each person of the course, and what the other data says of her."""
