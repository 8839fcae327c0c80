"""Data files read into objects, in layers, or refused in French with the file, the entry and the reason."""
