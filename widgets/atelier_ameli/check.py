"""`python -m atelier_ameli.check [--edition YEAR]`."""

import sys

from atelier_ameli.site import Site
from practice.doors.check import main

if __name__ == "__main__":
    sys.exit(main(Site))
