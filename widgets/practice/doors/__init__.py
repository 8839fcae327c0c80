"""The doors: the only rooms that know Jupyter, Voilà, tornado, anywidget, reveal.js or Chromium."""

import sys

#: With Jupyter comes a grammar of international addresses, 1.4 s of each start; jsonschema does without it, and no
#: notebook nor message of Jupyter has such an address to be checked.
sys.modules.setdefault("rfc3987_syntax", None)
