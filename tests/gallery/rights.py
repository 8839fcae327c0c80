"""Every state of the useful links and of « À quelles aides regarder ? », each reached by what a learner does."""

from functools import partial

from atelier_ameli import Links, RightsSimulator

ODETTE = (("home", "alone"), ("work", "retired"), ("income", "up_to_1017"), ("cover", "no"), ("events", "chronic"))
_DECLINES = [("decline", {})] * 5


def sent(step: str, *choices: str) -> dict[str, str]:
    """Return what a browser sends for these choices of a step."""
    if step == "events":
        return {f"step_events-{choice}": "yes" for choice in choices}
    return {f"step_{step}": choice for choice in choices}


def answered(*pairs: tuple[str, ...]) -> list[tuple[str, dict[str, str]]]:
    return [("answer", sent(*pair)) for pair in pairs]


STATES = {
    "rights, people": (),
    "rights, first step": ("odette",),
    "rights, nothing chosen": ("odette", ("answer", {})),
    "rights, a hint": ("odette", *answered(*ODETTE[:2])),
    "rights, last step": ("odette", *answered(*ODETTE[:4])),
    "rights, back at an answered step": ("odette", *answered(*ODETTE[:4]), ("back", {})),
    "rights, result": ("odette", *answered(*ODETTE)),
    "rights, result unlike the card": ("odette", *answered(*ODETTE[:4], ("events", "trip", "birth"))),
    "rights, result with a perhaps": ("odette", *answered(*ODETTE[:2]), ("decline", {}), *answered(*ODETTE[3:])),
    "rights, no answer at all": ("odette", *_DECLINES),
}


def reach(name: str) -> RightsSimulator:
    """Return the simulator in one of the states."""
    person, *actions = STATES[name] or (None,)
    simulator = RightsSimulator()
    if person:
        simulator.do("choose", person=person)
    for action, answers in actions:
        simulator.do(action, **answers)
    return simulator


def _draw(name: str) -> str:
    return reach(name).html


DRAWINGS = {**{name: partial(_draw, name) for name in STATES}, "useful links": lambda: Links().html}
