"""政策: what people are told of a rule, and how those it is meant for are found in the registries."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

import polars as pl

from guangyue.gazette.document import Clause


class Audience(Enum):
    """申请人: who asks for it."""

    PERSON = "个人"
    FIRM = "企业和个体工商户"
    BODY = "机构"  # training bodies, carriers, banks: no registry holds them


# The city's registers by name, with a column for each fact they hold: persons, households, firms,
# certificates, person_benefits, firm_benefits.
Tables = Mapping[str, pl.LazyFrame]
FromTables = Callable[[Tables, date], pl.LazyFrame]


@dataclass(frozen=True)
class Search:
    """找人: those a rule may be meant for, with what the registers say of them on a day.

    `cases` gives a row for each occasion: `key` (one a row), `payee` (the number of the person or the firm),
    `item` (what tells several occasions of one payee apart, else empty), `district`, `township`, and a column
    for each fact that a register knows, named by `columns.column_of`. A fact without a column is unknown.
    An occasion that is judged on a day of its own, such as a training by its last day, has it in `on`.
    `lists` gives the rows of a list that is known, by the same `key`.
    """

    cases: FromTables
    lists: Mapping[tuple[int, str], FromTables] = field(default_factory=dict)


@dataclass(frozen=True)
class Material:
    """材料: a paper that is asked for, because no register of the city says what it proves."""

    title: str
    cites: Clause


@dataclass(frozen=True)
class Offer:
    """政策: a rule as it is offered, found by the rule's key.

    `automatic` is given without being asked for; what is `sensitive` is named in no title and no preview;
    `relief` is never pushed, its signals go to the town.
    """

    key: str
    audience: Audience
    summary: str  # for the public, one sentence
    payee: str = ""  # whose account
    materials: tuple[Material, ...] = ()
    automatic: bool = False
    sensitive: bool = False
    relief: bool = False
    search: Search | None = None


@dataclass(frozen=True)
class Choice:
    """不重复享受: rules of which one payee can have one only for one occasion; `ordered` when the first goes
    before the others whatever the amounts. `beside` are codes of rules that other systems offer for it."""

    title: str
    keys: tuple[str, ...]
    cites: Clause
    ordered: bool = False
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signal:
    """困难信号: what a register says that may mean hardship. It makes a need for the town to look into, with
    the kinds of assistance that may fit; `search` gives the persons as `payee`."""

    key: str
    title: str  # for the town: no diagnosis, no more than it needs
    kinds: tuple[str, ...]
    cites: Clause
    search: FromTables
