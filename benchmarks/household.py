"""How long the largest list takes: 27 months of a household of five, made, searched and drawn.

`python benchmarks/household.py`. Each line is a ratio to drawing the sign-in page, in the same run.
"""

import timeit
from dataclasses import replace
from datetime import date

from atelier_ameli import Screen
from atelier_ameli.care.care_record import Habit
from atelier_ameli.payments.payment_history import payment_history
from atelier_ameli.payments.payments import PaymentFilter, by_month
from atelier_ameli.payments.periods import history_start
from atelier_ameli.site import Site

TODAY = date(2021, 3, 1)
TIMES = 20


def main() -> None:
    """Print the ratios."""
    site = Site.load("2021")
    edition, holder = site.edition, site.personas["jessica"]
    family = tuple(replace(holder, id=f"child{n}", holder="jessica") for n in range(4))
    habits = tuple(Habit("gp", 26, name) for name in ("", *(child.id for child in family)))
    holder = replace(holder, history=replace(holder.history, payments=(), habits=habits))
    wanted = PaymentFilter(history_start(TODAY, edition), TODAY)
    payments = payment_history(holder, family, edition, TODAY)
    login, screen = Screen("login", persona="jessica"), Screen("payments", persona="jessica")
    screen.page.months = by_month(payments, wanted)
    screen.page.payments = list(payments)
    measured = {
        "draw the sign-in page": login.draw,
        f"make {len(payments)} payments": lambda: payment_history.__wrapped__(holder, family, edition, TODAY),
        "search them all": lambda: by_month(payments, wanted),
        "draw them all": screen.draw,
    }
    unit = None
    for name, call in measured.items():
        seconds = min(timeit.repeat(call, number=1, repeat=TIMES))
        unit = unit or seconds
        print(f"{name:28} {1000 * seconds:8.2f} ms {seconds / unit:8.1f} ×")


if __name__ == "__main__":
    main()
