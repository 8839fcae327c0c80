"""Play an exercise: is an aim reached, what is the next step, what does a step type."""

import re

from atelier_ameli import record
from atelier_ameli.domain import nir
from atelier_ameli.domain.exercises import Aim, Done, Exercise, Step
from atelier_ameli.domain.services import Channel
from atelier_ameli.screen import SiteSession
from atelier_ameli.screens.page import Page
from atelier_ameli.screens.payments import Payments
from atelier_ameli.screens.request import RequestPage
from atelier_ameli.site import Site
from atelier_ameli.world import World
from practice.session import Context

_NAME = re.compile(r"[a-z0-9_-]*")  #: what Python calls a thing: it means nothing to a learner


def begin(site: Site, exercise: Exercise, key: str) -> SiteSession:
    """Return the site at the start of an exercise."""
    world = World(site, exercise.persona, Channel(exercise.device))
    for kind in exercise.mail:
        world.deliver(world.persona.email, kind)
    session = SiteSession(world, exercise.start, at=Context(site, key))
    for done in exercise.before:
        session.handle(done.do, typed_by(done, world))
    session.focus, session.say = None, ""
    return session


def reached(aim: Aim, session: SiteSession, given: tuple[str, ...] = ()) -> bool:
    """Say whether a state of things holds; `given` are the names of the files downloaded so far."""
    world, page = session.world, session.page
    opened = session.mailbox.message
    sent = [one for one in record.followed(world) if one.request.id == aim.sent] if aim.sent and world.signed_in else []
    checks = (
        (aim.page, page.name == aim.page),
        (aim.device, world.device == aim.device),
        (aim.signed_in, world.signed_in is not None and world.signed_in.id == aim.signed_in),
        (aim.signed_out, world.signed_in is None),
        (aim.account, world.account.status is aim.account),
        (aim.renewed, world.account.renewed),
        (aim.wrong_codes, world.account.failed_attempts >= aim.wrong_codes),
        (aim.links, world.creation.links >= aim.links),
        (aim.recognised, world.france_connect.identity == aim.recognised),
        (aim.installed, world.handset.installed),
        (aim.adjusted, isinstance(page, RequestPage) and page.camera.adjusted >= aim.adjusted),
        (aim.received, aim.received in [message.kind for message in world.messages]),
        (aim.folder, session.mailbox.folder == aim.folder),
        (aim.opened, opened is not None and opened.kind == aim.opened),
        (aim.opened_link, opened is not None and opened.link_number == aim.opened_link),
        (aim.sent, bool(sent)),
        (aim.state, aim.state in [one.state for one in sent]),
        (aim.unsent, aim.unsent not in [one.request for one in world.requests.sent]),
        (aim.drafted, aim.drafted in [draft.request for draft in world.requests.drafts]),
        (aim.found, aim.found in _found(page)),
        (aim.asked, aim.asked in _asked(page)),
        (aim.called_off, aim.called_off in world.requests.cancelled),
        (aim.chosen, aim.chosen in _chosen(world)),
        (aim.written, bool(world.correspondence.sent)),
        (aim.read, aim.read in world.correspondence.read),
        (aim.view, getattr(page, "view", "") == aim.view),
        (aim.searched, isinstance(page, Payments) and page.wanted.beneficiary == aim.searched),
        (aim.payment, isinstance(page, Payments) and page.opened == aim.payment),
        (aim.given, any(name.startswith(aim.given) for name in given)),
        (aim.shows, bool(aim.shows) and aim.shows in session.draw()),
    )
    return all(holds for wanted, holds in checks if wanted)


def next_step(exercise: Exercise, session: SiteSession, given: tuple[str, ...] = ()) -> int:
    """Return the place of the next step: the one after the last step whose end is reached."""
    ends = [at for at, step in enumerate(exercise.steps, 1) if reached(step.until, session, given)]
    return min(max(ends, default=0), len(exercise.steps) - 1)


def typed_by(step: Step | Done, world: World) -> dict[str, str]:
    """Return what a step types: its answers, filled in with what the card and the mailbox say."""
    persona = world.persona
    holder = world.personas.get(persona.holder, persona)
    codes = [world.code_in(message) for message in world.messages if message.code_number]
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


def told_by(step: Step, session: SiteSession) -> list[tuple[str, str]]:
    """Return what a step types or chooses: the question and the answer, in the words of the page."""
    told = []
    forms = (session.page.form, *getattr(session.page, "forms", {}).values())
    form = {field.name: field for one in forms if one for field in one}
    for name, text in typed_by(step, session.world).items():
        question = name if name in form else name.partition("-")[0]
        if question in form:
            options = {option.name: option.label for option in getattr(form[question], "options", ())}
            hidden = hasattr(form[question], "options") and _NAME.fullmatch(text)  # a picture that is not there yet
            words = options.get(name.partition("-")[2]) or options.get(text, "" if hidden else text)
            told.append((form[question].label.text, words))
        elif name != "do" and not _NAME.fullmatch(text):  # « do » is what a button of the camera does
            told.append(("À taper", text))
    return [(question, words) for question, words in told if words]


def _asked(page: Page) -> tuple[str, ...]:
    """Return which request is on the screen, and which step of it."""
    if not isinstance(page, RequestPage):
        return ()
    step = page.step.id if page.step else "recap" if page.at_recap else "presentation"
    return page.request.id, f"{page.request.id} {step}"


def _found(page: Page) -> list[str]:
    """Return what the search of the page found: ids, or names where there is no id."""
    return [getattr(one, "id", "") or one.name for one in getattr(page, "found", None) or ()]


def _chosen(world: World) -> tuple[str, ...]:
    """Return what was chosen in the prevention area."""
    mine = world.enrolments.get(world.signed_in.id) if world.signed_in else None
    if mine is None:
        return ()
    chosen = {"midwife": mine.midwife, "sophia": mine.sophia, str(mine.theme): mine.theme}
    return tuple(name for name, wanted in chosen.items() if wanted)
