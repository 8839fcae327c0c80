"""Dump the payments of one persona, as the world computes them, to the file that every peer reads."""

import json
from pathlib import Path

from atelier_ameli.payments.payments import PaymentKind
from atelier_ameli.payments.periods import default_period, history_start
from atelier_ameli.site import Site
from atelier_ameli.world import World

PERSONA = "jessica"
FILE = Path(__file__).parent / "peers" / "payments.json"


def dump() -> None:
    """Write the file anew, so that no peer shows other data than the course."""
    world = World(Site.load("2021"), PERSONA)
    world.let_in()
    names = {person.id: person.full_name for person in world.beneficiaries}
    content = {
        "persona": PERSONA,
        "people": list(names.values()),
        "kinds": {kind.value: kind.label for kind in PaymentKind},
        "period": [day.isoformat() for day in default_period(world.today, world.edition)],
        "oldest": history_start(world.today, world.edition).isoformat(),
        "payments": [
            [p.date.isoformat(), p.kind.value, [names[who] for who in p.beneficiaries], int(p.amount * 100)]
            for p in world.payments
        ],
    }
    FILE.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
