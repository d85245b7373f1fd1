"""How the trail is said to people: tables and columns by their names, values as their columns mean them."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Field, Model

from guangyue.audit.declarations import trail

CALLED = ("name", "title", "username", "number", "key")


@dataclass(frozen=True)
class Change:
    """变动: one column, before and after; empty where there was, or is, nothing."""

    column: str
    before: str
    after: str


def table_title(table: str) -> str:
    model = _models().get(table)
    return str(model._meta.verbose_name) if model else table


def changes(table: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """The columns that changed, in the order of the table; those it no longer has come last."""
    fields = _fields(table)
    changed = {*before, *after}
    for column in [*fields, *sorted(changed - fields.keys())]:
        if column in changed:
            say = _speaker(table, column)
            yield Change(_column_title(table, column), say(before.get(column)), say(after.get(column)))


def called(table: str, row: Mapping[str, Any]) -> str:
    """What a row is called, where it has a name."""
    column = next((column for column in CALLED if row.get(column)), None)
    return _speaker(table, column)(row[column]) if column else ""


def _speaker(table: str, column: str) -> Callable[[Any], str]:
    """How a value of this column is said: masked where it is personal, by its label where it is a choice."""
    model = _models().get(table)
    mask = trail().masks.get(model._meta.label, {}).get(column) if model else None
    labels = dict(getattr(_fields(table).get(column), "flatchoices", ()))

    def say(value: Any) -> str:
        if value is None:
            return ""
        if mask:
            return mask(str(value))
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, dict | list):
            return json.dumps(value, ensure_ascii=False)
        return str(labels.get(value, value))

    return say


def _column_title(table: str, column: str) -> str:
    field = _fields(table).get(column)
    if field is None:
        return column
    return "编号" if field.primary_key and field.verbose_name == "ID" else str(field.verbose_name)


def _fields(table: str) -> dict[str, "Field[Any, Any]"]:
    model = _models().get(table)
    return {str(field.column): field for field in model._meta.concrete_fields} if model else {}


@cache
def _models() -> dict[str, type[Model]]:
    return {
        model._meta.db_table: model
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy
    }
