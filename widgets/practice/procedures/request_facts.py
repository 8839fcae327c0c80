"""What exercises may say of a request that is open."""

from collections.abc import Iterator
from typing import Any

from practice.facts import Fact, at_least
from practice.phone.pictures import View

AT_PRESENTATION, AT_RECAP = "presentation", "recap"  #: how an exercise calls these places


def _askable(site: Any) -> Iterator[str]:
    """Yield each request, and each place in it: « address », « address where », « address recap »."""
    for request in site.requests.values():
        places = (AT_PRESENTATION, *(step.id for step in request.steps), AT_RECAP)
        yield from (request.id, *(f"{request.id} {place}" for place in places))


FACTS = (
    Fact("asked", "La démarche à l'écran, ou l'une de ses étapes.", lambda page: page.filling.asked, among=_askable),
    Fact("camera", "Ce que montre l'appareil photo du téléphone.", lambda page: page.view, among=lambda _: View),
    Fact(
        "camera_for",
        "Ce qui a été ouvert pour avoir une photo : l'appareil ou les photos.",
        lambda page: page.camera.wanted,
        among=lambda _: (View.CAMERA, View.GALLERY),
    ),
    Fact("picture", "La photo prise ou choisie, comme shot ou table.", lambda page: page.camera.picture),
    Fact(
        "adjusted",
        "Combien de défauts, au moins, sont corrigés avant de prendre la photo.",
        lambda page: page.camera.adjusted,
        int,
        test=at_least,
    ),
)
