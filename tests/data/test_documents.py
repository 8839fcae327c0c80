"""Files that are read again, by one edition and the next: each text is parsed once, for all."""

import ast
import tomllib

import pytest

from atelier_ameli.site import NOTEBOOKS, Site
from practice.checking.notebooks import notebook_faults
from practice.loading.documents import Documents
from practice.loading.faults import DataError
from practice.loading.toml_text import read_toml
from tests.support import SITE


@pytest.fixture
def parsed(monkeypatch) -> list[str]:
    """Return the texts that are parsed, as they are."""
    texts, loads = [], tomllib.loads

    def listened(text: str) -> dict:
        texts.append(text)
        return loads(text)

    monkeypatch.setattr(tomllib, "loads", listened)
    return texts


def test_a_file_that_was_changed_is_read_as_it_is_now(tmp_path):
    file, documents = tmp_path / "prices.toml", Documents()
    for price in (25, 30):
        file.write_text(f"price = {price}", encoding="utf-8")
        assert read_toml(file, documents) == {"price": price}


def test_a_file_that_cannot_be_read_is_refused_each_time_in_the_same_words(tmp_path, parsed):
    file, documents, told = tmp_path / "prices.toml", Documents(), []
    file.write_text("price = 26,50", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DataError) as refused:
            read_toml(file, documents)
        told.append(str(refused.value))
    assert len(set(told)) == 1
    assert "un montant se met entre guillemets" in told[0]
    assert parsed == ["price = 26,50"]


def test_a_second_edition_parses_only_what_it_says_itself_and_finds_the_rest_as_it_was_parsed(parsed):
    documents, texts = Documents(), {}
    for year in Site.years():
        parsed.clear()
        Site.laid(Site.data / "editions" / year, documents).read_all()
        texts[year] = set(parsed)
        assert len(parsed) == len(texts[year])
    assert len(texts["2021"]) > 60
    assert not texts["2021"] & texts["2026"]
    assert [text for text in texts["2021"] if documents.parsed(text) != tomllib.loads(text)] == []


def test_a_notebook_is_parsed_once_and_again_when_it_has_changed(tmp_path, monkeypatch):
    sources, parse = [], ast.parse
    monkeypatch.setattr(
        ast, "parse", lambda source, *how, **more: sources.append(source) or parse(source, *how, **more)
    )
    file, documents = tmp_path / "06_se_connecter.ipynb", Documents()

    def checked(text: str) -> tuple[int, bool]:
        """Return how many faults the notebook has, and whether it was parsed for that."""
        sources.clear()
        file.write_text(text, encoding="utf-8")
        return len(list(notebook_faults(SITE, tmp_path, documents=documents))), bool(sources)

    right = (NOTEBOOKS / file.name).read_text(encoding="utf-8")
    assert [checked(right), checked(right)] == [(0, True), (0, False)]
    assert checked(right.replace('Exercise(\\"', 'Exercise(\\"x', 1)) == (1, True)
