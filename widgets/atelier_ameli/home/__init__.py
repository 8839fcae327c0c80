"""The account's home page, and what all its pages share."""
