"""`python -m atelier_ameli.sheets [NAME…] [--output FOLDER] [--edition YEAR]`."""

import sys

from atelier_ameli.site import Site
from practice.doors.sheets.command import main

if __name__ == "__main__":
    sys.exit(main(Site))
