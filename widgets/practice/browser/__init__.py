"""The simulated browser around a site."""
