"""What a trainer sees: the sessions of the home page, and who is played in the room (elsewhere hidden by the CSS)."""

from atelier_ameli import Screen, Sessions


def _played(start, persona, *actions, device="computer"):
    screen = Screen(start, persona=persona, device=device)
    for action, answers in actions:
        screen.do(action, **answers)
    return screen.html.replace("casting for-trainers", "casting")


_SESSIONS = Sessions()._repr_html_()
DRAWINGS = {
    "sessions": _SESSIONS,
    "sessions, open": _SESSIONS.replace("<details ", "<details open "),
    "casting": _played("login", "jessica"),
    "casting, the list": _played("login", "jessica", ("casting", {})),
    "casting, somebody else": _played("payments", "nadia", ("play_as", {"persona": "karim"})),
    "casting, on the phone": _played("account_home", "karim", ("casting", {}), device="phone"),
}
