"""The look of a screen in a page that has a look of its own: JupyterLab, Notebook, stock Voilà, an exported notebook.

There `.jp-OutputArea-output dt { float: left }` and its kin would reach a screen. So each rule of the host's is undone
in it, and each of ours weighs more than what undoes: all of ours are nested in a class said four times.
"""

import re
from functools import cache

from practice.session import Drawing
from practice.site import Site

_TOKENS = "tokens.css"
_CLASS = "atelier-guest"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
#: three classes and two elements: more than any rule of the host's, less than any of ours. A drawn picture has its
#: looks from attributes, which a revert would undo.
_UNDO = f".{_CLASS}.{_CLASS}.{_CLASS} {{ :not(svg, svg *) {{ all: revert; }} svg {{ max-width: none; }} }}"


@cache
def guest_style(site: type[Site]) -> str:
    """Return the look of a site's screens, for HTML that `as_guest` gives."""
    looks = "\n".join(site.stylesheet(file.name) for file in site.stylesheets() if file.name != _TOKENS)
    all_of_it = f"{site.stylesheet(_TOKENS)}\n{_UNDO}\n{f'.{_CLASS}' * 4} {{\n{looks}\n}}"
    return re.sub(r"\n\s*", "\n", _COMMENT.sub("", all_of_it))


def as_guest(html: str) -> str:
    """Return HTML as it stands in another's page."""
    return f'<div class="{_CLASS}">{html}</div>'


def styled(drawing: Drawing, html: str) -> str:
    """Return HTML that is drawn right wherever it ends up: under another's styles, or alone in a saved notebook."""
    return as_guest(f"<style>{guest_style(type(drawing.site))}</style>{html}")
