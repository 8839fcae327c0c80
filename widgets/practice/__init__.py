"""The engine of a practice copy of an administrative site. It knows no site."""
