"""Write to the caisse from the account, and the receipt. Lengths and subjects are the exercise's own."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.access.codes import without_codes
from atelier_ameli.messages.messages import LONGEST_TEXT, Sent
from practice.forms.fields import Form, SelectField, TextAreaField
from practice.notices import notice
from practice.pages.account_page import AccountPage
from practice.pages.page import FormPage

if TYPE_CHECKING:
    from atelier_ameli.world import World

_CODE_TOLD = notice(
    "code_in_message",
    "Votre code était dans ce message. Nous l'avons effacé. Un code ne se donne à personne, même pas à sa caisse.",
)
NO_DOCUMENT = "Aucun document"
_FULL = notice(
    "too_many_messages",
    "Vous avez déjà envoyé beaucoup de messages. Pour continuer, recommencez depuis le début, en bas de l'écran.",
)


class MessageForm(Form):
    """What it is about, what one has to say, a document perhaps."""

    subject = SelectField("Le sujet", empty=notice("subject_empty", "Choisissez un sujet dans la liste."))
    text = TextAreaField(
        "Votre message",
        empty=notice("message_empty", "Écrivez votre message. Une phrase suffit."),
        longest=LONGEST_TEXT,
    )
    document = SelectField(
        "Un document à joindre", empty=notice("attachment_empty", "Choisissez un document, ou « Aucun document ».")
    )


class WriteMessage(AccountPage, FormPage):
    """A new message to the caisse."""

    name = "write_message"
    template = "write_message.html"
    title = "Écrire à ma caisse"
    tab = "messages"
    form_class = MessageForm
    tells_codes = True

    def __init__(self, world: "World", answers: Mapping[str, Any] | None = None) -> None:
        super().__init__(world, answers)
        self.draft = self.form.draft()

    def fill(self, answers: Mapping[str, Any]) -> Form:
        self.form = self._read(answers)
        self.left = self.form.text.left  # characters that may still be typed
        return self.form

    def handle_keep_draft(self, answers: Mapping[str, Any]) -> None:
        """Keep what is being typed in the learner's browser, but for what may be a real number."""
        typed = self._read(answers)
        self.left = typed.text.left
        typed.validate()
        self._forget_codes(typed)
        self.draft = typed.draft()

    def handle_send_message(self, answers: Mapping[str, Any]) -> str | None:
        form = self.fill(answers)
        form.validate()
        self._forget_codes(form)
        self.draft, self.left = form.draft(), form.text.left
        if form.problems():
            return None
        if self.world.correspondence.full:
            form.form_errors.append(_FULL)
            return None
        document = form.document.data
        self.world.write_to_caisse(form.subject.data, form.text.data, "" if document == NO_DOCUMENT else document)
        return "message_sent"

    def _forget_codes(self, form: MessageForm) -> None:
        """Refuse a message that gives a code of the account away, and erase it there."""
        safe = without_codes(form.text.data, self.world.secret_codes)
        if safe != form.text.data:
            form.text.data, form.text.errors = safe[: form.text.longest], [_CODE_TOLD]

    def place(self) -> dict[str, Any]:
        return {"page": self.name, "answers": self.draft}

    def _read(self, answers: Mapping[str, Any]) -> MessageForm:
        form = MessageForm.read({"document": NO_DOCUMENT, **answers})
        form.subject.choices = self.world.site.caisse.subjects
        form.document.choices = (NO_DOCUMENT, *self.world.site.caisse.documents)
        return form


class MessageSent(AccountPage):
    """The receipt of the last message sent."""

    name = "message_sent"
    template = "message_sent.html"
    title = "Votre message est envoyé"
    tab = "messages"
    linked = False

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only after a message."""
        return super().reachable(world) and bool(world.correspondence.sent)

    @property
    def sent(self) -> Sent:
        return self.world.correspondence.sent[-1]
