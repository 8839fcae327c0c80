"""Who somebody is: her numbers, and the card that shows what to type."""
