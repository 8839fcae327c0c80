"""The drawn phone: what is in it, its shop of applications, its pictures."""
