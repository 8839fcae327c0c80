"""Procedures: requests that a data file declares, from their catalogue to their follow-up."""
