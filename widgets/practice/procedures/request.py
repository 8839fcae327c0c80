"""A request from its presentation to its sending: steps, recap. Its questions are declared in `requests/*.toml`."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Self

from practice.forms.documents import DocumentField
from practice.forms.fields import Form
from practice.forms.pictures import PictureField
from practice.pages.account_page import AccountPage
from practice.pages.card import CardLine
from practice.phone.pictures import Camera, View
from practice.procedures import projection
from practice.procedures.declared import Field, Request, label
from practice.procedures.declared_form import answers_of, as_typed, forget_secrets, is_right
from practice.procedures.filling import PRESENTATION, Filling
from practice.procedures.procedure import Procedure, asked
from practice.procedures.request_book import Draft
from practice.procedures.request_facts import FACTS
from practice.world import World

_KEPT = "Votre demande n'est pas envoyée. Elle est gardée ici : vous pourrez la reprendre."
_DROPPED = "Votre demande est effacée. Rien n'a été envoyé."
_FULL = "Vous avez déjà envoyé beaucoup de demandes. Pour continuer, recommencez depuis le début, en bas de l'écran."
_INCOMPLETE = "Il manque encore une réponse. Voici l'étape à finir."


class RequestPage(AccountPage):
    """The request that is open. What is answered so far is its draft, in the world."""

    name = "request"
    template = "request.html"
    tab = "requests"
    linked, tells_codes = False, True
    facts = FACTS

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.camera = Camera()  # of a step that asks for a picture
        self._filling: tuple[tuple, Filling] | None = None
        self._fill()

    def place(self) -> dict[str, Any]:
        return {**super().place(), "camera": self.camera.place()}

    @classmethod
    def resume(cls, world: World, place: Mapping[str, Any]) -> Self:
        page = cls(world)
        page.camera = page.camera if page.camera.picture else Camera.opened(place.get("camera"), world.handset)
        return page

    def switched(self) -> None:
        self._fill()

    def step_back(self) -> bool:
        if not (self.filling.step or self.filling.at_recap):
            return False
        self.handle_back(as_typed(self.draft.answers))
        return True

    @classmethod
    def reachable(cls, world: World) -> bool:
        """Only while a request is open, and no other page of the site is what it is."""
        request = world.site.requests.get(world.requests.open)
        return super().reachable(world) and request is not None and not request.page

    @property
    def request(self) -> Request:
        return self.procedure.request

    @property
    def procedure(self) -> Procedure:
        return self.world.site.procedures[self.world.requests.open]

    @property
    def title(self) -> str:
        moving = self.draft is not None and self.draft.replaces
        return (moving and self.request.title_to_replace) or self.request.title

    @property
    def draft(self) -> Draft | None:
        return self.world.requests.draft(self.world.signed_in.id, self.request.id)

    @property
    def filling(self) -> Filling:
        """The request as it is filled in by now, made again when something of it has changed."""
        world = self.world
        now = (world.requests, world.today, world.holder, world.signed_in, world.device)
        if self._filling is None or self._filling[0] != now:
            here = self.request.channel.has(world.device)
            self._filling = now, Filling(self.procedure, projection.case_now(world), self.draft, here)
        return self._filling[1]

    @property
    def view(self) -> View | None:
        """What the camera shows, where a picture is asked for."""
        return self.camera.view if self._asking(PictureField) else None

    @property
    def fields(self) -> tuple[Field, ...]:
        """The questions on the screen."""
        return tuple(field for field in self.filling.step.fields if field.name in self.form)

    @property
    def card_lines(self) -> tuple[CardLine, ...]:
        """What the persona's card tells for this request; what is typed on one step alone, only there."""
        card = self.request.card(self.world.persona.id)
        lines = card.lines if card else ()
        step, known = self.filling.step, self.filling.known
        here = step.id if step else ""
        return tuple(CardLine(label(line, known), line.value, line.value) for line in lines if line.step in ("", here))

    @property
    def card_story(self) -> str:
        card = self.request.card(self.world.persona.id)
        return card.story if card else ""

    @property
    def own(self) -> str:
        return self.world.site.template_of(self.request)

    def handle_start(self, _: Mapping[str, Any]) -> None:
        """Begin, or go on where it was left."""
        if self.filling.open and self.filling.steps:
            first = Draft(self.world.signed_in.id, self.request.id, self.filling.steps[0].id)
            self._go(replace(self.draft, step=first.step) if self.draft else first)

    def handle_keep(self, answers: Mapping[str, Any]) -> None:
        """Keep what is being typed; an answer may call for one more question."""
        if self.filling.step is None:
            return
        before = self.fields
        self._keep(answers)
        after = asked(self.filling.step.fields, self.filling.known)
        if before != after:
            self._fill()
            self.say = "Une question est apparue en dessous." if len(after) > len(before) else ""
        for field in self._asking(DocumentField):
            if field.data != self.draft.answers.get(field.name, ""):
                field.choose(str(self.draft.answers.get(field.name, "")))
                self.say = "L'aperçu du fichier est affiché."

    def handle_real_file(self, answers: Mapping[str, Any]) -> None:
        """Refuse a file of the learner's device, at the question that it was meant for."""
        super().handle_real_file(answers)
        for field in self._asking(DocumentField)[:1]:
            field.refused, self.focus = self.note, f"{field.name}-refused"

    def handle_picture(self, answers: Mapping[str, Any]) -> None:
        """Do one thing with the camera or the photos of the phone; what comes of it is the answer of the step."""
        for field in self._asking(PictureField)[:1]:
            before = self.world.handset
            self.camera, phone = self.camera.after(str(answers.get("do")), self.world.site.pictures, before)
            self.world.handset = phone
            self._keep({field.name: self.camera.picture})
            self._fill()
            self.focus = f"{field.name}-{self.camera.view}"
            refused = phone.refused_since(before)
            self.say = self.world.site.store.ask(refused).refused if refused else ""

    def handle_next(self, answers: Mapping[str, Any]) -> None:
        """Check the step and go on to the next one, or back to the recap if it came from there."""
        if self.filling.step is None:
            return
        self._keep(answers)
        self.form = self.filling.form(answers)
        self._hold()
        right = is_right(self.procedure, self.filling.case, self.form, self.filling.known)
        if not forget_secrets(self.form, self.world) and right:
            self._go(replace(self.draft, step=self.filling.following))

    def handle_back(self, answers: Mapping[str, Any]) -> None:
        """Go one step back; what was typed stays."""
        if self.filling.step is None and not self.filling.at_recap:
            return
        self._keep(answers)
        before = self.filling.steps[: self.filling.number - 1]
        self._go(replace(self.draft, step=before[-1].id if before else PRESENTATION, to_recap=False))
        self.focus = "step" if before else "title"

    def handle_change(self, answers: Mapping[str, Any]) -> None:
        if self.draft and answers.get("step") in {step.id for step in self.filling.steps}:
            self._go(replace(self.draft, step=str(answers["step"]), to_recap=True))

    def handle_later(self, answers: Mapping[str, Any]) -> str:
        """Leave, and keep what is there."""
        self._keep(answers)
        self.note = _KEPT
        return "requests"

    def handle_drop(self, _: Mapping[str, Any]) -> str:
        self.world.requests = self.world.requests.without_draft(self.world.signed_in.id, self.request.id)
        self.note = _DROPPED
        return "requests"

    def handle_send(self, _: Mapping[str, Any]) -> str | None:
        """Send it, once; a step that is not right is shown again."""
        if not self.draft or not self.filling.open:
            return None
        wrong = self.filling.wrong
        if wrong:
            self._go(replace(self.draft, step=wrong[0].id, to_recap=True))
            self.note, self.form, self.focus = _INCOMPLETE, wrong[1], ""
            return None
        if self.world.requests.full:
            self.note, self.focus = _FULL, "note"
            return None
        self.world.send_request(self.draft, self.request.mail)
        return "request_sent"

    def forms_with(self, answers: Mapping[str, Any]) -> list[Form]:
        return [self.filling.form(answers)] if self.filling.step else []

    def _asking(self, kind: type) -> list[Any]:
        """Return the questions on the screen that are of a kind: those for a document, for a picture."""
        return [field for field in self.form or () if isinstance(field, kind)]

    def _go(self, draft: Draft) -> None:
        """Show the step of a draft."""
        self.world.requests = self.world.requests.with_draft(draft)
        self._fill()
        self.focus = "step"

    def _keep(self, answers: Mapping[str, Any]) -> None:
        """Put what was typed on this step into the draft."""
        if self.filling.step is None:
            return
        typed = self.filling.form(answers)
        typed.validate()  # so that what may be real is erased
        forget_secrets(typed, self.world)
        draft = replace(self.draft, answers={**self.draft.answers, **answers_of(typed)})
        self.world.requests = self.world.requests.with_draft(draft)

    def _fill(self) -> None:
        """Put the answers kept into the form of the step on the screen."""
        self.form = self.filling.form(as_typed(self.draft.answers)) if self.filling.step else None
        self._hold()

    def _hold(self) -> None:
        """Have the camera hold the picture that the form has, or none."""
        held = next((field.chosen.id for field in self._asking(PictureField) if field.chosen), "")
        if held != self.camera.picture:
            self.camera = Camera.holding(held)
