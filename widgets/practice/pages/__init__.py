"""What every page of a site has, and what stands around it: the card, who is played."""
