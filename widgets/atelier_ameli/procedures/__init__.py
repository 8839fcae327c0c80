"""The requests to the caisse: the catalogue, the steps, the follow-up, and the account as it follows from them."""
