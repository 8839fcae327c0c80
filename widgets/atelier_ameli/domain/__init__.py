"""The insured person's world: people, accounts, codes, messages. No I/O, no Jupyter, no clock but its own."""
