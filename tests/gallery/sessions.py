"""What a trainer sees: the sessions of the home page, and who is played in the room (elsewhere hidden by the CSS)."""

from functools import partial

from atelier_ameli import Screen, Sessions


def _played(start, persona, *actions, device="computer"):
    screen = Screen(start, persona=persona, device=device)
    for action, answers in actions:
        screen.do(action, **answers)
    return screen.html.replace("casting for-trainers", "casting")


DRAWINGS = {
    "sessions": lambda: Sessions()._repr_html_(),
    "sessions, open": lambda: Sessions()._repr_html_().replace("<details ", "<details open "),
    "casting": partial(_played, "login", "jessica"),
    "casting, the list": partial(_played, "login", "jessica", ("casting", {})),
    "casting, somebody else": partial(_played, "payments", "nadia", ("play_as", {"persona": "karim"})),
    "casting, on the phone": partial(_played, "account_home", "karim", ("casting", {}), device="phone"),
}
