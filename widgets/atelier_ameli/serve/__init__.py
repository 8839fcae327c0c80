"""The course in Voilà, for a room."""

import sys

# Jupyter checks its events with jsonschema, which compiles a grammar of IRIs (the addresses of RFC 3987) as soon as it
# is imported: half of what it costs to open the server. It can do without, and no schema of Jupyter's has an IRI.
sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
import jsonschema  # noqa: E402, F401

del sys.modules["rfc3987_syntax"]
