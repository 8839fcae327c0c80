"""How things are drawn and written: templates, French spaces, dates, amounts."""
