"""A figure over time as a step chart, a line for the city and for each region of its own."""

from datetime import date
from typing import Any

from guangyue.kit.pictures import Chart, Kind, Series
from guangyue.policies.forms import CITYWIDE
from guangyue.rules.parameters import Figure, Table
from guangyue.rules.tree import Kind as ValueKind

# What is drawn of what rules carry, and what it counts.
DRAWN = {ValueKind.MONEY: (100, "元"), ValueKind.RATIO: (10_000, "%"), ValueKind.NUMBER: (1, "")}


def steps_of(figure: Figure[Any], table: Table, *, until: date) -> Chart:
    """From its first day to its last change, or to `until` where that is later."""
    parts, unit = DRAWN[figure.kind]
    days = table.days(figure.key)
    labels = [*days, until] if days and until > days[-1] else days
    values = {
        region or CITYWIDE: [table(figure.key, region, one) for one in labels]
        for region in (None, *table.regions(figure.key))
    }
    return Chart(
        key=f"steps-{figure.key.replace('_', '-')}",
        title="数值的变化",
        kind=Kind.STEPS,
        labels=tuple(one.isoformat() for one in labels),
        series=tuple(
            Series(name, tuple(None if one is None else one / parts for one in line))
            for name, line in values.items()
            if any(one is not None for one in line)
        ),
        unit=unit,
        source="已审定的参数值",
    )
