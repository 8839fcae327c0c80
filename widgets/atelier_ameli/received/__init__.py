"""« Vrai ou faux ? »: letters, e-mails, text messages and calls that a person receives, and what to do with each."""
