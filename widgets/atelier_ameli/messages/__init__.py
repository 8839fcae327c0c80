"""The messages between the holder of an account and the caisse."""
