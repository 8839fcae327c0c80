"""The rules of the requests that have some, by request. A request that needs none is a data file and nothing else."""

from atelier_ameli.domain.rules.address import Address
from atelier_ameli.domain.rules.base import Rules

RULES: dict[str, type[Rules]] = {
    "address": Address,
}
