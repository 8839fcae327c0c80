"""The page that asks for a new code after a provisional one (domain.md §1.1, « Code / password rules »)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from atelier_ameli.access.codes import CodeRule, code_rules
from atelier_ameli.public_site.address_bar import SIGN_IN_ADDRESS
from practice.forms.fields import Form, SecretField
from practice.notices import notice
from practice.pages.page import Page

if TYPE_CHECKING:
    from atelier_ameli.world import World

_RULES_MISSING = notice("code_rules_missing", "Il manque à ce code : {rules}.")
_CODES_DIFFER = notice("codes_differ", "Les deux codes ne sont pas pareils. Tapez deux fois le même code.")


class NewCodeForm(Form):
    """The new code, twice."""

    code = SecretField(
        "Mon nouveau code", empty=notice("new_code_empty", "Tapez un nouveau code. La fiche vous en propose un.")
    )
    again = SecretField(
        "Je tape encore mon nouveau code", empty=notice("again_empty", "Tapez le nouveau code une deuxième fois.")
    )


class ChooseCode(Page):
    """Choose a code; each rule says whether it is met while one types."""

    address = SIGN_IN_ADDRESS
    card = ("new_code",)
    form_class: ClassVar[type[NewCodeForm]] = NewCodeForm

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.form = self.read({})
        self.code_visible = False
        self.rules: list[CodeRule] = code_rules("", world.edition)

    def read(self, answers: Mapping[str, Any]) -> NewCodeForm:
        """Return the form with these answers, its labels in the words of the edition."""
        form = self.form_class.read(answers)
        for field in (form.code, form.again):
            field.label.text = field.label.text.replace("code", self.world.edition.secret_words[0])
        return form

    def use(self, code: str) -> str:
        """Put the code chosen to use; return the page that comes next."""
        raise NotImplementedError

    def handle_check_code(self, answers: Mapping[str, Any]) -> None:
        """Tick the rules that the code being typed meets. The code itself is looked at and forgotten."""
        typed = NewCodeForm.read(answers).code.data or ""
        before = sum(rule.met for rule in self.rules)
        self.rules = code_rules(typed, self.world.edition)
        met = sum(rule.met for rule in self.rules)
        self.say = "" if met == before else f"{met} règles sur {len(self.rules)} sont respectées."

    def handle_choose_code(self, answers: Mapping[str, Any]) -> str | None:
        self.code_visible = False
        self.form = form = self.read(answers)
        form.validate()
        self.rules = code_rules(form.code.data or "", self.world.edition)
        missing = [rule.text for rule in self.rules if not rule.met]
        if not form.code.errors and missing:
            form.code.errors = [_RULES_MISSING.format(rules=", ".join(missing))]
        elif not form.code.errors and not form.again.errors and form.code.data != form.again.data:
            form.again.errors = [_CODES_DIFFER]
        chosen = form.code.data
        form.forget_secrets()
        return None if form.problems() else self.use(chosen)

    def handle_show_code(self, _: Mapping[str, Any]) -> None:
        """Show what is typed in both fields, or hide it again."""
        self.code_visible = not self.code_visible
        secrets = self.world.edition.secret_words[1]
        self.say = f"Les {secrets} sont visibles." if self.code_visible else f"Les {secrets} sont cachés."


class NewCode(ChooseCode):
    """The code that takes the place of a provisional one."""

    name = "new_code"
    template = "new_code.html"

    @property
    def title(self) -> str:
        return f"Je choisis mon nouveau {self.world.edition.secret_words[0]}"

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only while a new code is awaited."""
        return world.visitor is not None

    def use(self, code: str) -> str:
        self.world.choose_code(code)
        return "account_home"
