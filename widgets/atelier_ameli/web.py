"""`python -m atelier_ameli.web [--output FOLDER] [--edition YEAR]`."""

import sys

from atelier_ameli.site import Site
from practice.doors.web.command import main

if __name__ == "__main__":
    sys.exit(main(Site))
