"""A code typed in a place that is not its own: nothing of it is drawn back or kept, and the learner is told."""

import re
from collections.abc import Mapping
from typing import Any

from practice.forms.fields import Form
from practice.notices import notice
from practice.pages.page import Page

CODE_ELSEWHERE = notice("code_elsewhere", "Un code était dans une case qui n'est pas la sienne. Nous l'avons effacé.")
_SHORT = 4  #: signs of a provisional code, which a number or a year may have by chance


def without_codes(page: Page, answers: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """Return answers without the codes that they give away, and whether there was one.

    A page that `tells_codes` says so itself, at the field.
    """
    if page.tells_codes:
        return answers, False
    own = {field.name for field in page.form or () if field.secret}
    told = {name for name, text in answers.items() if name not in own and _gives_away(page, text)}
    return {name: "" if name in told else text for name, text in answers.items()}, bool(told)


def erase_codes(form: Form, site: Any) -> bool:
    """Erase the codes of anybody from a form of the course, say so at the field, and return whether there was one."""
    codes = [re.escape(code) for code in site.world.codes_of(site) if len(code) > _SHORT]
    one = re.compile(rf"(?<!\w)(?:{'|'.join(codes)})(?!\w)", re.IGNORECASE)
    told = [field for field in form if codes and isinstance(field.data, str) and one.search(field.data)]
    for field in told:
        field.data, field.errors = "", [CODE_ELSEWHERE]
    return bool(told)


def _gives_away(page: Page, text: object) -> bool:
    if not isinstance(text, str) or len(text) <= _SHORT:
        return False
    read = text if any(sign.isalpha() for sign in text) else re.sub(r"\W", "", text)
    return page.world.without_secrets(read) != read
