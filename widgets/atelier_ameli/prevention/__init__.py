"""« Mon espace prévention »: its topics and their calendars."""
