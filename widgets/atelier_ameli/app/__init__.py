"""The application: the drawn phone's home, its shop, the first opening."""
