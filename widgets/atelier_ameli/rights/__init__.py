"""« À quelles aides avez-vous peut-être droit ? »: situations, and where to ask."""
