"""The texts of a chapter are drawn as nbconvert draws them, with their pictures in the page."""

import re
from base64 import b64encode
from html import unescape
from pathlib import Path

import pytest
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

import atelier_ameli
from atelier_ameli.site import NOTEBOOKS
from practice.chapter import read_chapter
from practice.doors.voila.texts import html_of

#: what no chapter has, and another trainer may write
_MORE = (
    "#Titre sans espace",
    "# Un *titre* d'été & <b>gras</b>",
    "une ligne  \nla suivante",
    "- [ ] à faire\n- [x] fait",
    "| a | b |\n| - | - |\n| 1 | 2 |",
    "terme\n: sens",
    "~~barré~~, https://www.ameli.fr et `code`",
    "10 $ et 5 $",
    '<p class="à-part">En HTML, <b>gras</b></p>',
    '[un lien](06_se_connecter.ipynb "titre") et ![ailleurs](https://www.ameli.fr/logo.png)',
)
_CHAPTERS = [read_chapter(file, atelier_ameli) for file in sorted(NOTEBOOKS.glob("*.ipynb"))]


def by_nbconvert(text: str) -> str:
    return MarkdownWithMath(renderer=IPythonRenderer(escape=False)).render(text)


def compared(html: str) -> str:
    """Leave out the link that nbconvert puts into each heading, which our pages do not show, and lines' ends."""
    return re.sub(r"\s*\n\s*", "", unescape(re.sub(r'<a class="anchor-link".*?</a>', "", html)))


@pytest.mark.parametrize(
    "texts",
    [*(pytest.param(chapter.texts, id=chapter.name) for chapter in _CHAPTERS), pytest.param(_MORE, id="more")],
)
def test_a_text_is_drawn_as_nbconvert_draws_it(texts: tuple[str, ...], tmp_path: Path):
    for text in texts:
        assert compared(html_of(text, tmp_path, {})) == compared(by_nbconvert(text))


def test_pictures_of_the_folder_are_in_the_page(tmp_path: Path):
    (tmp_path / "photo.png").write_bytes(b"pixels")
    address = f"data:image/png;base64,{b64encode(b'pixels').decode()}"
    html = html_of("![une photo](photo.png)\n\n<b>gras</b> <img alt='' src='photo.png'>", tmp_path, {})
    assert html.count(address) == 2
    assert "<b>gras</b>" in html


def test_an_attachment_is_in_the_page(tmp_path: Path):
    html = html_of("![une photo](attachment:a.png)", tmp_path, {"a.png": {"image/png": "AAAA"}})
    assert 'src="data:image/png;base64,AAAA"' in html


def test_nothing_outside_the_folder_and_nothing_but_a_picture_is_put_into_the_page(tmp_path: Path):
    (tmp_path / "secret.png").write_bytes(b"secret")
    folder = tmp_path / "notebooks"
    folder.mkdir()
    (folder / "secret.txt").write_bytes(b"secret")
    for source in (
        "../secret.png",
        str(tmp_path / "secret.png"),
        "secret.txt",
        "nowhere.png",
        "attachment:b.png",
        "a\0.png",
    ):
        assert "base64" not in html_of(f"<img src='{source}'> ![x](<{source}>)", folder, {})
