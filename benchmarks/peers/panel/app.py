"""The payments exercise in Panel: the list is redrawn when « Rechercher » is clicked."""

import pandas as pd
import panel as pn
import payments

pn.extension()

start = pn.widgets.DatePicker(name="Du", value=payments.START)
end = pn.widgets.DatePicker(name="Au", value=payments.END)
person = pn.widgets.Select(name="Pour quelle personne ?", options=payments.PEOPLE)
kinds = [pn.widgets.Checkbox(name=label, value=True, css_classes=[f"kind-{n}"]) for n, label in payments.KINDS.items()]
button = pn.widgets.Button(name="Rechercher", button_type="primary", css_classes=["search"])
total = pn.pane.Markdown(css_classes=["total"])
table = pn.pane.DataFrame(index=False)


def show(_: object = None) -> None:
    """Search, and redraw the list."""
    wanted = [name for name, box in zip(payments.KINDS, kinds, strict=True) if box.value]
    found = payments.search(start.value, end.value, person.value, wanted)
    total.object = payments.total(found)
    table.object = pd.DataFrame([payment.row for payment in found], columns=payments.HEADS)


button.on_click(show)
show()
pn.Column("# Mes paiements", pn.Row(start, end), person, *kinds, button, total, table).servable(title="Mes paiements")
