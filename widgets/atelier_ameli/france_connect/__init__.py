"""FranceConnect, with its accounts of the year."""
