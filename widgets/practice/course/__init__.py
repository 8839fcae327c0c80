"""What teaches around a site."""
