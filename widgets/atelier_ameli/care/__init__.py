"""The care that a person has had: what a data file tells of it, before any rule is applied."""
