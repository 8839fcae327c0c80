"""`python -m atelier_ameli.serve [--port N] [--ip ADDRESS] [--no-browser] …`."""

import sys

try:
    # Not at the top: the course takes a moment to load, and Ctrl-C must end quietly then, too.
    from atelier_ameli.site import Site
    from practice.doors.voila.app import main

    sys.exit(main(Site))
except KeyboardInterrupt:
    sys.exit(130)
