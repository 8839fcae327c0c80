"""Only code that comes out the same for everybody is executed once for everybody."""

import json
from pathlib import Path

import pytest
from atelier_ameli.serve.sharing import is_shared

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_every_chapter_is_executed_once_for_everybody(file: Path) -> None:
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    assert is_shared(["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"])


@pytest.mark.parametrize(
    "code",
    [
        "import os\nprint(os.getpid())",
        "from atelier_ameli import data",
        "from atelier_ameli.screen import Screen",
        "from atelier_ameli import *",
        "import ipywidgets\nipywidgets.IntSlider()",
        "screen = Screen('login', persona='jessica')",
        "Screen('login', persona=input())",
        "Screen('login', persona=open('/etc/hostname').read())",
        "Screen('login', **{})",
        "Screen('login', persona='jessica').desk",
        "[Screen('login', persona=name) for name in ('jessica', 'karim')]",
        "print('Bonjour')",
        "%matplotlib inline",
        "await Screen('login', persona='jessica')",
        "from random import choice as Screen",
    ],
)
def test_any_other_code_is_executed_for_each_learner(code: str) -> None:
    assert not is_shared(["from atelier_ameli import Screen", code])


def test_a_name_that_hides_one_of_ours_does_not_pass_for_it() -> None:
    assert not is_shared(["from random import randint as Screen", "Screen(1, 6)"])
    assert not is_shared(["from atelier_ameli import Screen as Question", "Question('login')"])
