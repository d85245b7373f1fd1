"""事实: what is asked about a person, a firm, a case. Declared once, with the words people read."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

from guangyue.kit.money import Money
from guangyue.kit.refusals import Refused
from guangyue.rules.symbols import SYMBOLS, Amount, Day, Flag, Number, Ratio, Rows, Symbol, Text, Word, Words
from guangyue.rules.tree import MILLION, ROW, Fact, Kind

EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)  # from which years can still be counted on
MOST_MONEY = Money.yuan(10**11)  # 1000亿元; what is above is a slip of the keyboard
MOST_NUMBER = 10**9

Said = TypeVar("Said", bound=Symbol)
RowFacts = TypeVar("RowFacts", bound="Facts")


class Unknown:
    """未知: nobody has said. It is neither yes nor no, and never nought."""

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __bool__(self) -> bool:
        raise TypeError("what is unknown is neither true nor false")


UNKNOWN = Unknown()


@dataclass(frozen=True)
class Partly:
    """部分已知: of several words those that certainly apply, and those that may as well."""

    certain: frozenset[str]
    possible: frozenset[str]


class FactRefused(Refused):
    """A value that cannot be, at the field where it was given."""


@dataclass(frozen=True, eq=False)
class Field(Generic[Said]):
    """A fact of a subject: what it is called, what sort of value it has, which values can be."""

    title: str
    kind: Kind
    words: tuple[str, ...] = ()
    rows: "type[Facts] | None" = None
    may_be_negative: bool = False
    may_lie_ahead: bool = False  # of a day, whether it can be one that is still to come
    name: str = field(default="", init=False)
    owner: str = field(default="", init=False)

    def __set_name__(self, owner: type, name: str) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "owner", owner.__name__)

    @overload
    def __get__(self, subject: None, owner: type) -> Self: ...
    @overload
    def __get__(self, subject: "Facts", owner: type) -> Said: ...
    def __get__(self, subject: "Facts | None", owner: type) -> Any:
        """Of the class, the field; of the subject a rule is written about, a symbol; of a case, its value."""
        if subject is None:
            return self
        if subject.place is None:
            return subject.values.get(self.name, UNKNOWN)
        node = Fact(self.kind, subject.place, self.name)
        if self.rows is not None:
            return Rows(node, self.rows.symbolic(ROW))
        return SYMBOLS[self.kind](node)

    def __repr__(self) -> str:
        return f"{self.owner}.{self.name}"

    def carried(self, value: object) -> Any:
        """The value as executions carry it; refused when it cannot be."""
        if value is UNKNOWN or value is None:
            return None
        return CARRIED[self.kind](self, value)

    def refuse(self, sentence: str) -> FactRefused:
        return FactRefused(f"{self.title}：{sentence}", field=self.name)


@dataclass(frozen=True)
class Sane:
    """合乎情理: what must hold between facts of a subject, or with those of another `beside` it; where it
    does not, the field is refused with the sentence, see `rules.sanity`."""

    field: str
    sentence: str
    holds: Callable[..., Flag]
    beside: "type[Facts] | None" = None


class Facts:
    """事实的集合: a subclass says which facts there are; an instance is one case, with what is known."""

    fields: ClassVar[Mapping[str, Field[Any]]] = {}
    sane: ClassVar[tuple[Sane, ...]] = ()
    place: int | None = None  # which subject of a rule it stands for, when the rule is being written
    values: Mapping[str, Any]

    def __init_subclass__(cls) -> None:
        own = {name: value for name, value in vars(cls).items() if isinstance(value, Field)}
        cls.fields = {**cls.fields, **own}

    def __init__(self, **values: object) -> None:
        if strange := values.keys() - self.fields.keys():
            raise FactRefused(f"没有这些事实：{'、'.join(sorted(strange))}。")
        self.values = values
        self.carried = {name: self.fields[name].carried(value) for name, value in values.items()}

    @classmethod
    def said(cls, **values: object) -> Self:
        """A case as it is told: what is None was not said."""
        return cls(**{name: value for name, value in values.items() if value is not None})

    @classmethod
    def symbolic(cls, place: int) -> Self:
        """The subject a rule is written about."""
        subject = cls()
        subject.place = place
        return subject

    def but(self, **values: object) -> Self:
        """The same case, with other values."""
        return type(self)(**{**self.values, **values})


def flag(title: str) -> Field[Flag]:
    return Field(title, Kind.FLAG)


def money(title: str, *, may_be_negative: bool = False) -> Field[Amount]:
    return Field(title, Kind.MONEY, may_be_negative=may_be_negative)


def number(title: str) -> Field[Number]:
    return Field(title, Kind.NUMBER)


def ratio(title: str) -> Field[Ratio]:
    return Field(title, Kind.RATIO)


def day(title: str, *, may_lie_ahead: bool = False) -> Field[Day]:
    return Field(title, Kind.DAY, may_lie_ahead=may_lie_ahead)


def word(title: str, words: Collection[str]) -> Field[Word]:
    return Field(title, Kind.WORD, words=tuple(words))


def text(title: str) -> Field[Text]:
    return Field(title, Kind.TEXT)


def words(title: str, words: Collection[str]) -> Field[Words]:
    return Field(title, Kind.WORDS, words=tuple(words))


def rows(title: str, of: type[RowFacts]) -> Field[Rows[RowFacts]]:
    return Field(title, Kind.ROWS, rows=of)


def _flag(of: Field[Any], value: object) -> bool:
    if not isinstance(value, bool):
        raise of.refuse("请填是或否。")
    return value


def _money(of: Field[Any], value: object) -> int:
    if not isinstance(value, Money):
        raise of.refuse("请填金额。")
    if value.fen < 0 and not of.may_be_negative:
        raise of.refuse("金额不能是负数。")
    if abs(value.fen) > MOST_MONEY.fen:
        raise of.refuse(f"金额不能超过 {MOST_MONEY}。")
    return value.fen


def _number(of: Field[Any], value: object) -> int:
    if type(value) is not int or not 0 <= value <= MOST_NUMBER:
        raise of.refuse("请填不小于零的整数。")
    return value


def _ratio(of: Field[Any], value: object) -> int:
    if not isinstance(value, Fraction | int) or isinstance(value, bool) or value < 0:
        raise of.refuse("请填不小于零的比例。")
    parts = Fraction(value) * MILLION
    if parts.denominator != 1 or parts > MILLION * MILLION:
        raise of.refuse("比例最多六位小数。")
    return parts.numerator


def _day(of: Field[Any], value: object) -> date:
    if type(value) is not date:
        raise of.refuse("请填日期。")
    if value < EARLIEST:
        raise of.refuse("日期不能早于1900年。")
    if value > LATEST:
        raise of.refuse("日期不能晚于2199年。")
    return value


def _word(of: Field[Any], value: object) -> str:
    if value not in of.words:
        raise of.refuse(f"没有“{value}”这一类，可选：{'、'.join(of.words)}。")
    return str(value)


def _text(of: Field[Any], value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise of.refuse("请填名称。")
    return value.strip()


def _words(of: Field[Any], value: object) -> frozenset[str] | Partly:
    if isinstance(value, Partly):
        for one in value.certain | value.possible:
            _word(of, one)
        return value if value.possible - value.certain else value.certain
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise of.refuse("请填类别的名单。")
    return frozenset(_word(of, one) for one in value)


def _rows(of: Field[Any], value: object) -> tuple[Facts, ...]:
    if not isinstance(value, Iterable) or isinstance(value, str):
        raise of.refuse("请填名单。")
    listed = tuple(value)
    if of.rows is None or not all(isinstance(row, of.rows) for row in listed):
        raise of.refuse("名单里有一行不是这种事实。")
    return listed


CARRIED: Mapping[Kind, Callable[[Field[Any], object], Any]] = {
    Kind.FLAG: _flag,
    Kind.MONEY: _money,
    Kind.NUMBER: _number,
    Kind.RATIO: _ratio,
    Kind.DAY: _day,
    Kind.WORD: _word,
    Kind.TEXT: _text,
    Kind.WORDS: _words,
    Kind.ROWS: _rows,
}
