"""The rules of the requests: one module each, for those that a data file cannot say alone."""
