"""The page that asks for a new code after a provisional one (domain.md §1.1, « Code / password rules »)."""

from collections.abc import Mapping
from typing import Any

from atelier_ameli.domain.codes import CodeRule, code_rules
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.forms import Form, SecretField
from atelier_ameli.screens.page import Page


class NewCodeForm(Form):
    """The new code, twice."""

    code = SecretField("Mon nouveau code", empty="Tapez un nouveau code. La fiche vous en propose un.")
    again = SecretField("Je tape encore mon nouveau code", empty="Tapez le nouveau code une deuxième fois.")


class NewCode(Page):
    """Choose a new code; each rule says whether it is met while one types."""

    name = "new_code"
    template = "new_code.html"
    title = "Je choisis mon nouveau code"
    card = ("new_code",)
    mailbox = False

    def __init__(self, simulation: Simulation) -> None:
        super().__init__(simulation)
        self.form = NewCodeForm()
        self.code_visible = False
        self.rules: list[CodeRule] = code_rules("", simulation.edition)

    @classmethod
    def reachable(cls, simulation: Simulation) -> bool:
        """Only while a new code is awaited."""
        return simulation.visitor is not None

    def handle_check_code(self, answers: Mapping[str, Any]) -> None:
        """Tick the rules that the code being typed meets. The code itself is looked at and forgotten."""
        typed = NewCodeForm.read(answers).code.data or ""
        before = sum(rule.met for rule in self.rules)
        self.rules = code_rules(typed, self.simulation.edition)
        met = sum(rule.met for rule in self.rules)
        self.say = "" if met == before else f"{met} règles sur {len(self.rules)} sont respectées."

    def handle_choose_code(self, answers: Mapping[str, Any]) -> str | None:
        self.code_visible = False
        self.form = form = NewCodeForm.read(answers)
        valid = form.validate()
        self.rules = code_rules(form.code.data or "", self.simulation.edition)
        missing = [rule.text for rule in self.rules if not rule.met]
        if form.code.data and not form.code.errors and missing:
            form.code.errors = [f"Il manque à ce code : {', '.join(missing)}."]
        elif valid and form.code.data != form.again.data:
            form.again.errors = ["Les deux codes ne sont pas pareils. Tapez deux fois le même code."]
        chosen = form.code.data
        form.forget_secrets()
        if form.problems():
            return None
        self.simulation.choose_code(chosen)
        return "account_home"

    def handle_show_code(self, _: Mapping[str, Any]) -> None:
        """Show what is typed in both fields, or hide it again."""
        self.code_visible = not self.code_visible
        self.say = "Les codes sont visibles." if self.code_visible else "Les codes sont cachés."
