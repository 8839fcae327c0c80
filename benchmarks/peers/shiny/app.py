"""The payments exercise in Shiny for Python: outputs that depend on the button alone."""

import pandas as pd
import payments
from shiny import App, Inputs, Outputs, Session, reactive, render, ui

page = ui.page_fluid(
    ui.h1("Mes paiements"),
    ui.input_date_range("period", "Du, au", start=payments.START, end=payments.END, format="dd/mm/yyyy", language="fr"),
    ui.input_select("person", "Pour quelle personne ?", payments.PEOPLE),
    ui.input_checkbox_group("kinds", "Quelles sortes de paiement ?", payments.KINDS, selected=list(payments.KINDS)),
    ui.input_action_button("search", "Rechercher"),
    ui.output_text("total"),
    ui.output_table("found"),
    title="Mes paiements",
    lang="fr",
)


def server(input: Inputs, output: Outputs, session: Session) -> None:  # noqa: A002, ARG001 - Shiny's own names
    """One learner's session."""

    @reactive.calc
    @reactive.event(input.search, ignore_none=False)
    def results() -> list[payments.Payment]:
        return payments.search(*input.period(), input.person(), list(input.kinds()))

    @render.text
    def total() -> str:
        return payments.total(results())

    @render.table
    def found() -> pd.DataFrame:
        return pd.DataFrame([payment.row for payment in results()], columns=payments.HEADS)


app = App(page, server)
