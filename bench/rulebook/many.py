"""Many distinct rules: the ten of persons again and again, every figure, day and number of months another.

`decide` judges as many as the environment's BENCH_RULES says.
"""

import os
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from bench.rulebook.ours import FIGURES, OF_PERSONS, cases
from bench.rulebook.population import ON
from guangyue.rules.authoring import Rule
from guangyue.rules.columns import verdicts
from guangyue.rules.tree import Kind, Later, Literal, Node


def decide(people: Path, out: Path) -> None:
    rows = cases(pl.scan_parquet(people))
    for nth, rule in enumerate(distinct_rules(int(os.environ["BENCH_RULES"]))):
        verdicts(rule, rows, on=ON, table=FIGURES).sink_parquet(out / f"{nth:03d}.parquet")


def distinct_rules(count: int) -> list[Rule]:
    return [shifted(OF_PERSONS[nth % len(OF_PERSONS)], nth // len(OF_PERSONS)) for nth in range(count)]


def shifted(rule: Rule, by: int) -> Rule:
    conditions = tuple(replace(one, node=_shifted(one.node, by)) for one in rule.conditions)
    assert rule.amount is not None
    return replace(rule, conditions=conditions, amount=_shifted(rule.amount, by))


def _shifted(said: Any, by: int) -> Any:
    match said:
        case Literal(of=Kind.DAY, value=date() as value):
            return replace(said, value=value + timedelta(days=by))
        case Literal(of=Kind.MONEY | Kind.NUMBER | Kind.RATIO, value=int(value)):
            return replace(said, value=value + by)
        case Later():
            return replace(said, day=_shifted(said.day, by), months=said.months + by)
        case Node():
            return type(said)(*(_shifted(getattr(said, field.name), by) for field in fields(said)))
        case tuple():
            return tuple(_shifted(one, by) for one in said)
    return said
