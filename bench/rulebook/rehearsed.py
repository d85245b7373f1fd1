"""One figure of a notice changed, over the registers of an invented city: who gains, what it costs."""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from bench.rulebook.city import parts
from guangyue.registries.synthetic.city import DAY
from guangyue.rules.authoring import Rule
from guangyue.rules.comparing import Compared, rehearse
from guangyue.rules.parameters import Entry, Table
from guangyue.rules.symbols import yuan
from guangyue.rules.tree import Node, Parameter
from guangyue.systems.offered import Offered, offered

RAISED = Entry("min_wage", date(2021, 4, 1), yuan(1700), "预演")


def decide(registers: Path, out: Path) -> None:
    before = Table(import_string(settings.GUANGYUE_DEMO_FIGURES))
    after = Table((*before.entries, RAISED))
    touched = [compared(one) for one in offered() if uses(one.in_force(DAY), RAISED.key)]
    for nth, tables in enumerate(parts(registers)):
        found = rehearse(tables, [one for one in touched if one], before, after, DAY)
        found.cases.write_parquet(out / f"cases-{nth:03d}.parquet")
        found.sums.write_parquet(out / f"sums-{nth:03d}.parquet")


def compared(one: Offered) -> Compared | None:
    if one.offer.search is None:
        return None
    return Compared(one.code, one.offer.audience, one.offer.search, one.versions, one.versions)


def uses(rule: Rule | None, key: str) -> bool:
    nodes: list[Node] = [one.node for one in rule.conditions] if rule else []
    if rule and rule.amount is not None:
        nodes.append(rule.amount)
    return any(isinstance(one, Parameter) and one.key == key for node in nodes for one in node.walk())
