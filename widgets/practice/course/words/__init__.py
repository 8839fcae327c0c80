"""Hard words: a list, and each explained where it is first used."""
