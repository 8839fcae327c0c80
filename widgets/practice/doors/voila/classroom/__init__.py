"""A trainer's room, joined to its tablets: how they come in, its private file. Its rules are in practice/classroom/."""

SEAT = "atelier-seat"  #: the cookie that holds a tablet's claim
