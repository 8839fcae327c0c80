"""The classroom: a trainer, a board, the tablets of a room. Plain Python: no server, no file, no clock of its own."""
