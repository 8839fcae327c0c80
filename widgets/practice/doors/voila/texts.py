"""The texts of a chapter as HTML, their pictures inside, drawn as nbconvert draws those of any notebook.

mistune is what nbconvert draws them with. Nbconvert itself is not imported: with it comes half of Jupyter, which takes
longer than all else that the server does before it is open.
"""

import mimetypes
import re
from base64 import b64encode
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

import mistune

_PLUGINS = ("strikethrough", "table", "url", "task_lists", "def_list")  #: nbconvert's
_IN_AN_ID = "?/:@!$&'()*+,;="  #: what else nbconvert leaves as it is in the id of a heading
_TAG = re.compile(r"<[^>]*>")
_PICTURE = re.compile(r"""(<img\b[^>]*?\bsrc=)(["'])(.*?)\2""", re.IGNORECASE | re.DOTALL)


def html_of(source: str, folder: Path, attachments: Mapping[str, Any]) -> str:
    """Return a text as HTML. Its pictures are in `folder`, or among its attachments."""
    draw = mistune.Markdown(
        _Renderer(folder, attachments), _Blocks(), plugins=[mistune.import_plugin(name) for name in _PLUGINS]
    )
    return str(draw(source))


class _Blocks(mistune.BlockParser):
    """Takes « #Titre » for a heading, as Jupyter does."""

    SPECIFICATION: ClassVar = {
        **mistune.BlockParser.SPECIFICATION,
        "atx_heading": r"^ {0,3}(?P<atx_1>#{1,6})(?!#+)(?P<atx_2>[ \t]*(.*?)?)$",
    }


class _Renderer(mistune.HTMLRenderer):
    """Puts pictures into the page, and gives headings an id to link to. HTML stays as its author wrote it."""

    def __init__(self, folder: Path, attachments: Mapping[str, Any]) -> None:
        super().__init__(escape=False, allow_harmful_protocols=True)
        self._folder = folder.resolve()
        self._attachments = attachments

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        words = unescape(_TAG.sub("", text))
        return super().heading(text, level, **attrs, id=quote(words.replace(" ", "-"), safe=_IN_AN_ID))

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return super().image(text, self._picture(url), title)

    def block_html(self, html: str) -> str:
        return super().block_html(self._with_pictures(html))

    def inline_html(self, html: str) -> str:
        return super().inline_html(self._with_pictures(html))

    def _with_pictures(self, html: str) -> str:
        return _PICTURE.sub(lambda found: f"{found[1]}{found[2]}{self._picture(found[3])}{found[2]}", html)

    def _picture(self, source: str) -> str:
        """Return a picture itself, as an address; the address as it was, if it is no file of the folder."""
        forms = self._attachments.get(source.removeprefix("attachment:")) if source.startswith("attachment:") else None
        if forms:
            kind, content = next(iter(forms.items()))
            return f"data:{kind};base64,{content}"
        kind, _ = mimetypes.guess_type(source)
        try:
            file = (self._folder / source).resolve()
            if not file.is_relative_to(self._folder) or not (kind or "").startswith("image/"):
                return source
            return f"data:{kind};base64,{b64encode(file.read_bytes()).decode()}"
        except (OSError, ValueError):  # an address, or a name that no file can have
            return source
