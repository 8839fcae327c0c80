"""The pages: signing in with a contract of seven digits and a code, and the bills, each as a PDF."""

from collections.abc import Mapping
from typing import Any

from practice.forms.fields import Form, SecretField, TextField
from practice.notices import notice
from practice.pages.account_page import AccountPage
from practice.pages.page import FormPage
from practice.papers.words import euros, short

_WRONG = notice("energy_wrong", "Le numéro et le code ne vont pas ensemble. Comparez-les avec la fiche.")


class SignInForm(Form):
    contract = TextField("Mon numéro de contrat", empty=notice("contract_empty", "Tapez votre numéro de contrat."))
    code = SecretField("Mon code", empty=notice("energy_code_empty", "Tapez votre code."))


class SignIn(FormPage):
    name, template, title = "sign_in", "sign_in.html", "Me connecter"
    card = ("contract", "code")
    form_class = SignInForm

    def handle_sign_in(self, answers: Mapping[str, Any]) -> str | None:
        form, person = self.fill(answers), self.world.persona
        if not form.validate():
            return None
        right = (form.contract.data, form.code.data) == (person.contract, person.code)
        form.forget_secrets()
        if not right:
            form.form_errors.append(_WRONG)
            return None
        self.world.let_in()
        return "bills"


class Bills(AccountPage):
    name, template, title = "bills", "bills.html", "Mes factures"
    tab = "bills"

    def handle_take(self, answers: Mapping[str, Any]) -> None:
        """Give a bill as a PDF."""
        bill = next((bill for bill in self.world.persona.bills if str(bill.day) == answers.get("day")), None)
        if bill:
            paper = self.world.site.sheet("Facture", self.world)
            paper.facts([("Client", self.world.persona.full_name), ("Date", short(bill.day))])
            paper.facts([("À payer", euros(bill.amount))])
            self.give(paper.finish("facture", str(bill.day)))
