"""« Vrai ou faux ? »: what is received in the name of the caisse."""
