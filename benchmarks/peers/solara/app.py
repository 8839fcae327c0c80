"""The payments exercise in Solara: what is shown changes when « Rechercher » is clicked."""

import pandas as pd
import payments
import solara
from solara.lab import InputDate

FIRST = payments.search(payments.START, payments.END, payments.EVERYBODY, list(payments.KINDS))


@solara.component
def Page() -> None:  # noqa: N802 - the name that Solara looks for
    """Show the form, the total and the list."""
    start = solara.use_reactive(payments.START)
    end = solara.use_reactive(payments.END)
    person = solara.use_reactive(payments.EVERYBODY)
    kinds = {name: solara.use_reactive(True) for name in payments.KINDS}
    found = solara.use_reactive(FIRST)

    def search() -> None:
        wanted = [name for name, box in kinds.items() if box.value]
        found.value = payments.search(start.value, end.value, person.value, wanted)

    solara.Title("Mes paiements")
    with solara.Column():
        solara.Markdown("# Mes paiements")
        with solara.Row():
            InputDate(start, label="Du", date_format="%d/%m/%Y")
            InputDate(end, label="Au", date_format="%d/%m/%Y")
        solara.Select("Pour quelle personne ?", payments.PEOPLE, value=person)
        for name, label in payments.KINDS.items():
            with solara.Div(classes=[f"kind-{name}"]):
                solara.Checkbox(label=label, value=kinds[name])
        solara.Button("Rechercher", on_click=search, classes=["search"])
        solara.Text(payments.total(found.value), classes=["total"])
        solara.DataFrame(pd.DataFrame([payment.row for payment in found.value], columns=payments.HEADS))
