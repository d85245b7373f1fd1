"""Who acts: told to the database once in a transaction, so that the trail of what changes there names them.

The settings last until the end of the transaction (`set_config(…, true)`): a connection that is used again,
by us or behind a pool, cannot carry one person's name into the act of another.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from psycopg.pq import TransactionStatus

from guangyue.kit.refusals import current_reference

TELL = """select set_config('guangyue.by_id', %s, true), set_config('guangyue.by_name', %s, true),
set_config('guangyue.reference', %s, true)"""
CHANGE = re.compile(r"\s*(WITH\b.*\b)?(INSERT|UPDATE|DELETE|MERGE|TRUNCATE)\b", re.IGNORECASE | re.DOTALL)

Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


@dataclass(frozen=True)
class Actor:
    """行为人: an account by its number and name, or by name alone what acts of itself, such as a job."""

    id: int | None = None
    name: str = ""


NOBODY = Actor()

_actor: ContextVar[Actor] = ContextVar("actor", default=NOBODY)


@contextmanager
def acting(*, by: Any = None, name: str = "") -> Iterator[None]:
    """Whatever changes within is done by this person, or by what has this name; the innermost counts."""
    token = _actor.set(Actor(by.pk, str(by)) if by else Actor(name=name))
    installed = _name_the_actor in connection.execute_wrappers
    try:
        with nullcontext() if installed else connection.execute_wrapper(_name_the_actor):
            _tell_within_transaction()
            yield
    finally:
        _actor.reset(token)
        _tell_within_transaction()


def _name_the_actor(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """The first statement of a transaction, and a change outside any, is preceded by the name."""
    if _status() == TransactionStatus.IDLE:
        if connection.in_atomic_block:
            _tell()
        elif CHANGE.match(sql):
            with transaction.atomic():
                _tell()
                return execute(sql, params, many, context)
    return execute(sql, params, many, context)


def _tell_within_transaction() -> None:
    if _status() == TransactionStatus.INTRANS:
        _tell()


def _tell() -> None:
    """On the driver's connection, for no wrapper to stand before it in turn."""
    actor = _actor.get()
    connection.connection.execute(TELL, [str(actor.id or ""), actor.name, current_reference()])


def _status() -> TransactionStatus:
    driver = connection.connection
    return (
        TransactionStatus(driver.info.transaction_status)
        if driver and not driver.closed
        else TransactionStatus.UNKNOWN
    )
