"""Signing in, and the codes: forgotten, provisional, new."""
