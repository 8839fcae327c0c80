"""Play an exercise: is an aim reached, what is the next step, what does a step type."""

from atelier_ameli import data, record
from atelier_ameli.desk import Desk
from atelier_ameli.domain import nir
from atelier_ameli.domain.exercises import Aim, Exercise, Step
from atelier_ameli.domain.services import Channel
from atelier_ameli.domain.simulation import Simulation


def desk_for(exercise: Exercise, key: str) -> Desk:
    """Return a desk at the start of an exercise."""
    people = data.personas()
    simulation = Simulation(data.edition(), people, people[exercise.persona])
    return Desk(key, simulation, exercise.start, Channel(exercise.device))


def reached(aim: Aim, desk: Desk, given: tuple[str, ...] = ()) -> bool:
    """Say whether a state of things holds; `given` are the names of the files downloaded so far."""
    world, page = desk.simulation, desk.page
    opened = desk.mailbox.message
    sent = [one for one in record.followed(world) if one.request.id == aim.sent] if aim.sent and world.signed_in else []
    checks = (
        (aim.page, page.name == aim.page),
        (aim.signed_in, world.signed_in is not None and world.signed_in.id == aim.signed_in),
        (aim.signed_out, world.signed_in is None),
        (aim.account, world.account.status is aim.account),
        (aim.renewed, world.account.renewed),
        (aim.received, aim.received in [message.kind for message in world.messages]),
        (aim.opened, opened is not None and opened.kind == aim.opened),
        (aim.sent, bool(sent)),
        (aim.state, aim.state in [one.state for one in sent]),
        (aim.drafted, aim.drafted in [draft.request for draft in world.requests.drafts]),
        (aim.written, bool(world.correspondence.sent)),
        (aim.read, aim.read in world.correspondence.read),
        (aim.given, any(name.startswith(aim.given) for name in given)),
        (aim.shows, bool(aim.shows) and aim.shows in desk.draw()),
    )
    return all(holds for wanted, holds in checks if wanted)


def next_step(exercise: Exercise, desk: Desk, given: tuple[str, ...] = ()) -> int:
    """Return the place of the next step: the one after the last step whose end is reached."""
    ends = [at for at, step in enumerate(exercise.steps, 1) if reached(step.until, desk, given)]
    return min(max(ends, default=0), len(exercise.steps) - 1)


def typed_by(step: Step, simulation: Simulation) -> dict[str, str]:
    """Return what a step types: its answers, filled in with what the card and the mailbox say."""
    persona = simulation.persona
    holder = simulation.personas.get(persona.holder, persona)
    codes = [simulation.code_in(message) for message in simulation.messages if message.code_number]
    words = {
        "number": nir.grouped(holder.nir),
        "code": holder.code,
        "new_code": holder.new_code,
        "last_name": holder.last_name,
        "birth_date": f"{holder.birth_date:%d/%m/%Y}",
        "postcode": holder.postcode,
        "email": holder.email,
        "sent_code": codes[-1] if codes else "",
    }
    return {name: text.format_map(words) for name, text in step.answers.items()}
