"""The tests themselves: where their helpers stand, and what a worker does before its first test."""

import ast
import re
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent
_IMPORTS = (ast.Import, ast.ImportFrom)


def _imported(file: Path) -> list[str]:
    nodes = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, _IMPORTS)]
    named = [(getattr(node, "module", ""), alias.name) for node in nodes for alias in node.names]
    return [f"{module}.{name}" if module else name for module, name in named if module is not None]


def test_no_test_module_imports_another_and_no_helper_imports_a_test():
    for file in TESTS.rglob("*.py"):
        for name in _imported(file):
            parts = name.split(".")
            ours = parts[0] == "tests"
            assert not ours or parts[1] in {"gallery", "journeys", "support"}, f"{file.name} imports {name}"
            assert not any(part.startswith("test_") or part == "conftest" for part in parts[: 2 + ours]), file.name


def test_the_gallery_draws_nothing_before_a_test_looks():
    code = """
from jinja2 import Template
def refuse(*_, **__): raise AssertionError("drawn at import")
Template.render = refuse
import tests.gallery
print(len(tests.gallery.NAMES))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=TESTS.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 500


def test_a_loop_is_run_where_playwright_has_none():
    """asyncio.run refuses beside a loop: after a browser test, the thread of the tests has one."""
    runs = [file for file in TESTS.rglob("*.py") if "asyncio.run(" in file.read_text(encoding="utf-8")]
    assert sorted(file.name for file in runs) == ["learner.py", "open_room.py", "test_tests.py"]


def test_a_test_that_changes_its_browser_context_asks_for_one_of_its_own():
    """The others share one: a clock that was put forward, or a network that was cut, would stay so for the next."""
    for file in (TESTS / "browser").rglob("test_*.py"):
        lines = file.read_text(encoding="utf-8").split("\n")
        for node in ast.walk(ast.parse("\n".join(lines))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                code = "\n".join(lines[node.lineno - 1 : node.end_lineno])
                touches = re.search(r"\.clock\.|set_offline|add_cookies", code)
                asked = {one.arg for one in node.args.args}
                assert not touches or "page" not in asked or "context" in asked, node.name
