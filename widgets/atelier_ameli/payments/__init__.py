"""Care, what is refunded of it, the payments and the statements."""
