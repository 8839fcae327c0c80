"""Creating an account with the carte Vitale and the RIB."""
