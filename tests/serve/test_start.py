"""What the server does not do while a trainer waits for it to open."""

import subprocess
import sys


def test_nothing_of_jupyter_is_imported_and_no_grammar_of_addresses_is_compiled():
    code = "import sys, atelier_ameli.serve.app; print(*sys.modules)"
    modules = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    jupyter = {"nbconvert", "nbclient", "jupyter_client", "jupyter_server", "voila", "ipykernel", "traitlets"}
    assert not {*jupyter, "lark", "rfc3987_syntax", "jsonschema"} & set(modules)
