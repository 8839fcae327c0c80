"""The chapters in order, the home page, the sessions that a trainer takes to a room."""
