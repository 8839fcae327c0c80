"""The course in Voilà, for a room."""
