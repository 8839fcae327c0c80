"""What a drawing is looked at by."""
