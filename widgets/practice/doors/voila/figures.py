"""Figures: the numbers of a room as Prometheus reads them, on a port of their own. Nothing asks for them by itself."""

from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from tornado.web import Application, RequestHandler

from practice.doors.voila.counts import STEPS

if TYPE_CHECKING:
    from practice.doors.voila.room import Room


class Figures:
    """What Prometheus collects of a room."""

    def __init__(self, room: "Room") -> None:
        self._room = room

    def collect(self) -> Iterator[Metric]:
        """Give the numbers as they are now."""
        room, counts = self._room, self._room.counts
        yield GaugeMetricFamily("atelier_connections", "Pages reliées au serveur.", len(room.connections))
        yield GaugeMetricFamily("atelier_pages", "Pages gardées en mémoire.", len(room.pages))
        yield GaugeMetricFamily("atelier_sessions", "Séances gardées en mémoire.", room.pages.sessions)
        yield CounterMetricFamily("atelier_messages", "Messages reçus et répondus.", counts.messages)
        refused = CounterMetricFamily("atelier_refusals", "Demandes refusées.", labels=["why"])
        for why, many in sorted(counts.refused.items()):
            refused.add_metric([why], many)
        yield refused
        steps = [*map(str, STEPS), "+Inf"]
        spread = list(zip(steps, accumulate(counts.answers), strict=True))
        yield HistogramMetricFamily("atelier_answer_seconds", "Secondes par réponse.", spread, counts.seconds)


def application(room: "Room") -> Application:
    """Return what answers to Prometheus."""
    registry = CollectorRegistry()
    registry.register(Figures(room))  # type: ignore[arg-type]
    return Application([("/metrics", _FiguresHandler, {"registry": registry})])


class _FiguresHandler(RequestHandler):
    def initialize(self, registry: CollectorRegistry) -> None:
        self._registry = registry

    def get(self) -> Any:
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(generate_latest(self._registry))
