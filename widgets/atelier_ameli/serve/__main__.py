"""`python -m atelier_ameli.serve [--port N] [--ip ADDRESS] [--no-browser]`."""

import sys

try:
    # Not at the top: Voilà takes a second or two to load, and Ctrl-C must end quietly then, too.
    from atelier_ameli.serve.app import AtelierServer

    AtelierServer.launch_instance()
except KeyboardInterrupt:
    sys.exit(130)
