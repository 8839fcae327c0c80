"""« À quelles aides regarder ? »: situations, and where to ask."""
