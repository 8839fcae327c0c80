"""What a trainer sees: the sessions of the home page, and who is played in the room (elsewhere hidden by the CSS)."""

from functools import partial

from atelier_ameli import Screen, Sessions


def _played(start, persona, *actions, device="computer"):
    screen = Screen(start, persona=persona, device=device)
    for action, answers in actions:
        screen.do(action, **answers)
    return screen.html.replace("persona-switcher for-trainers", "persona-switcher")


DRAWINGS = {
    "sessions": lambda: Sessions()._repr_html_(),
    "sessions, open": lambda: Sessions()._repr_html_().replace("<details ", "<details open "),
    "persona switcher": partial(_played, "login", "jessica"),
    "persona switcher, the list": partial(_played, "login", "jessica", ("choose_persona", {})),
    "persona switcher, somebody else": partial(_played, "payments", "nadia", ("play_as", {"persona": "karim"})),
    "persona switcher, on the phone": partial(_played, "account_home", "karim", ("choose_persona", {}), device="phone"),
}
