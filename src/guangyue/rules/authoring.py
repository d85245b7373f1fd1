"""Writing a rule: `rule` beside its clause, and a `need` for each thing the clause asks, in its order."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from inspect import getdoc, signature
from typing import Any, get_type_hints

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.kit.money import Money
from guangyue.rules.facts import Facts, Field
from guangyue.rules.symbols import ON, Amount, Day, Flag, least, node_of
from guangyue.rules.tree import ROW, All, Fact, Kind, Node


class Per(Enum):
    """周期: what one award is for."""

    ONCE = "一次性"
    MONTH = "每月"
    YEAR = "每年"
    PERSON = "每人"


ONCE, MONTH, YEAR, PERSON = Per


@dataclass(frozen=True)
class Condition:
    """条件: one thing that the clause asks; as a remark, one that is noted and decides nothing."""

    label: str
    node: Node
    cites: Clause
    code: str = ""  # how programs know it
    for_a_person: bool = False  # a remark that leaves the decision to an official


@dataclass(frozen=True, eq=False)
class Rule:
    """政策规则: one version of it, in force from day to day, both included."""

    key: str
    title: str
    cites: Clause
    subjects: tuple[type[Facts], ...]
    per: Per
    since: date | None
    until: date | None
    conditions: tuple[Condition, ...]
    remarks: tuple[Condition, ...]
    amount: Node | None
    purpose: str  # its docstring
    function: Callable[..., object]  # as it is written; what it says is in the other fields

    def in_force(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    def runs(self) -> Iterator[Runs]:
        """Its own clause, and those that its conditions rest on."""
        said = (*self.conditions, *self.remarks)
        for cites in dict.fromkeys((self.cites, *(one.cites for one in said))):
            yield Runs(cites, "政策规则", self.title, key=self.key)

    @property
    def fingerprint(self) -> str:
        """What the rule says, as a hash: kept with each verdict, so that it can be judged again."""
        said = (
            self.key,
            str(self.cites),
            self.since,
            self.until,
            self.per,
            self.conditions,
            self.remarks,
            self.amount,
        )
        return hashlib.sha256(_stable(said).encode()).hexdigest()

    def field(self, fact: Fact) -> Field[Any]:
        """The declared field behind a fact of the tree; a row's is found in the lists of the subjects."""
        if fact.place != ROW:
            return self.subjects[fact.place].fields[fact.name]
        lists = (one.rows for subject in self.subjects for one in subject.fields.values() if one.rows)
        return next(one.fields[fact.name] for one in lists if fact.name in one.fields)


@dataclass
class _Draft:
    """A rule while its function runs."""

    cites: Clause
    conditions: list[Condition] = field(default_factory=list)
    remarks: list[Condition] = field(default_factory=list)


_DRAFT: ContextVar[_Draft] = ContextVar("draft")


def rule(
    *,
    cites: Clause,
    title: str,
    per: Per = ONCE,
    key: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Callable[[Callable[..., object]], Rule]:
    """Run the function once, on facts that are not known yet, and keep what it says.

    The rule is in force as long as its document, unless its clause gives it days of its own.
    """

    def write(function: Callable[..., object]) -> Rule:
        hints = get_type_hints(function)
        draft = _Draft(cites)
        arguments: list[object] = []
        subjects: list[type[Facts]] = []
        for name in signature(function).parameters:
            if hints[name] is Day:
                arguments.append(ON)
            else:
                arguments.append(hints[name].symbolic(len(subjects)))
                subjects.append(hints[name])
        with _writing(draft):
            amount = function(*arguments)
        document = cites.document
        return Rule(
            key=key or function.__name__.replace("_", "-"),
            title=title,
            cites=cites,
            subjects=tuple(subjects),
            per=per,
            since=since or (document.since if document else None),
            until=until or (document.until if document else None),
            conditions=tuple(draft.conditions),
            remarks=tuple(draft.remarks),
            amount=_amount(amount),
            purpose=getdoc(function) or "",
            function=function,
        )

    return write


def need(label: str, *conditions: Flag, code: str = "", cites: Clause | None = None) -> None:
    """What the clause asks; several at once must all hold."""
    draft = _DRAFT.get()
    draft.conditions.append(_condition(label, conditions, code, cites or draft.cites))


def remark(label: str, *conditions: Flag, code: str = "", cites: Clause | None = None) -> None:
    """What is told to whoever reads the verdict when it holds, such as a ceiling that was reached."""
    draft = _DRAFT.get()
    draft.remarks.append(_condition(label, conditions, code, cites or draft.cites))


def doubt(label: str, *conditions: Flag, code: str = "", cites: Clause | None = None) -> None:
    """What the clause leaves open: when it holds, an official decides, with the amount worked out."""
    draft = _DRAFT.get()
    draft.remarks.append(
        replace(_condition(label, conditions, code, cites or draft.cites), for_a_person=True)
    )


def capped(amount: Amount, ceiling: Amount | Money) -> Amount:
    """最高不超过: the amount up to its ceiling, and a remark when the ceiling is paid."""
    remark("已按最高额计算", amount > ceiling, code="CAP_APPLIED")
    return least(amount, ceiling)


@contextmanager
def _writing(draft: _Draft) -> Iterator[None]:
    token = _DRAFT.set(draft)
    try:
        yield
    finally:
        _DRAFT.reset(token)


def _condition(label: str, conditions: tuple[Flag, ...], code: str, cites: Clause) -> Condition:
    if not conditions:
        raise TypeError(f"nothing is asked for: {label}")
    nodes = tuple(one.node for one in conditions)
    return Condition(label, nodes[0] if len(nodes) == 1 else All(nodes), cites, code)


def _amount(returned: object) -> Node | None:
    if returned is None:
        return None
    if not isinstance(returned, Amount | Money):
        raise TypeError(f"a rule returns an amount of money or nothing, not {returned!r}")
    node = node_of(returned)
    assert node.kind is Kind.MONEY
    return node


def _stable(said: object) -> str:
    """A text that is the same in every process: sets are written in order."""
    if isinstance(said, frozenset):
        return f"{{{','.join(sorted(map(_stable, said)))}}}"
    if isinstance(said, tuple | list):
        return f"({','.join(map(_stable, said))})"
    if isinstance(said, Node | Condition):
        inner = (_stable(getattr(said, name)) for name in said.__dataclass_fields__)
        return f"{type(said).__name__}({','.join(inner)})"
    return str(said)
