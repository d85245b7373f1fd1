"""What the demonstration's applicants write into a form, where no register knows it."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from guangyue.cases.entries import keep
from guangyue.cases.intake import known_answers
from guangyue.kit.clocks import local_day
from guangyue.kit.money import Money
from guangyue.matters.declaration import Declaration, Entry, FormField, Variant
from guangyue.registries.models import Firm, Person

Written = Callable[[FormField, Random, datetime], Any]
WRITTEN: Mapping[Entry, Written] = {
    Entry.TEXT: lambda field, draw, at: "见所附材料",
    Entry.LONG_TEXT: lambda field, draw, at: "情况属实，详见所附材料。",
    Entry.NUMBER: lambda field, draw, at: Decimal(draw.randint(1, 200)),
    Entry.MONEY: lambda field, draw, at: Money.yuan(draw.randint(1, 50) * 10_000),
    Entry.DAY: lambda field, draw, at: local_day(at) - timedelta(days=draw.randint(1, 20)),
    Entry.CHOICE: lambda field, draw, at: draw.choice(field.choices),
    Entry.PHONE: lambda field, draw, at: f"1380635{draw.randint(0, 9999):04d}",
}


def answers_for(
    declared: Declaration, variant: Variant, applicant: Person | Firm, *, draw: Random, at: datetime
) -> tuple[dict[str, Any], dict[str, str]]:
    """The answers, and of those that a register gave its name."""
    known = known_answers(declared, variant, applicant, on=local_day(at), at=at)
    answers = {one.field.key: one.value for one in known}
    for field in declared.fields_of(variant):
        if field.key not in answers and field.entry in WRITTEN:
            answers[field.key] = keep(field, WRITTEN[field.entry](field, draw, at))
    return answers, {one.field.key: one.source for one in known}
