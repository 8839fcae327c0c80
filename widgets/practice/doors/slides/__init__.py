"""The chapters as slides: one HTML file each, that needs neither network nor kernel."""
