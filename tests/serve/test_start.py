"""What the server does not do while a trainer waits for it to open."""

import subprocess
import sys
from pathlib import Path

import jsonschema
import jupyter_events
import jupyter_server
import nbformat
import pytest


def test_no_grammar_of_addresses_is_compiled():
    code = "import sys; import atelier_ameli.serve.app; print('lark' in sys.modules, 'rfc3987_syntax' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).split() == ["False", "False"]


def test_nothing_of_jupyter_is_imported():
    code = "import sys, atelier_ameli.serve.app; print(*sys.modules)"
    modules = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert not {"nbconvert", "nbclient", "jupyter_client", "jupyter_server", "voila", "ipykernel"} & set(modules)


@pytest.mark.parametrize("package", [jsonschema, jupyter_events, jupyter_server, nbformat])
def test_no_schema_has_an_address_that_such_a_grammar_would_check(package):
    files = [path for path in Path(package.__file__).parent.rglob("*") if path.suffix in (".json", ".yaml", ".yml")]
    users = [path for path in files if '"iri' in (text := path.read_text(encoding="utf-8")) or "format: iri" in text]
    assert not users
