"""字段: what a campaign asks of each problem beside what every problem has; declared, read and told here.

Knows no database.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum

YES, NO = "是", "否"

Said = str | bool | None  # a number and a day are kept as they are written
Facts = Mapping[str, Said]


class FieldKind(Enum):
    """字段类型."""

    CHOICE = "选项"
    NUMBER = "数字"
    DAY = "日期"
    TEXT = "文字"
    YES_NO = "是否"


class BadFact(ValueError):
    """What was written is no value of the field; the sentence says why."""

    def __init__(self, field: "LedgerField", reason: str) -> None:
        self.field = field
        super().__init__(f"“{field.title}”{reason}。")


@dataclass(frozen=True)
class LedgerField:
    """字段: `longest` is of texts, `unit` of numbers."""

    key: str
    title: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
    required: bool = False
    unit: str = ""
    hint: str = ""
    longest: int = 200

    def read(self, value: object) -> Said:
        """As it is kept in JSON; nothing at all is None."""
        if value is None or value == "":
            return None
        match self.kind:
            case FieldKind.CHOICE:
                return self._choice(str(value))
            case FieldKind.NUMBER:
                return self._number(str(value))
            case FieldKind.DAY:
                return self._day(value)
            case FieldKind.YES_NO:
                return self._yes_no(value)
            case FieldKind.TEXT:
                return self._text(str(value).strip())

    def said(self, value: Said) -> str:
        """As people read it."""
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return YES if value else NO
        return f"{value} {self.unit}".rstrip()

    def _choice(self, value: str) -> str:
        if value not in self.choices:
            raise BadFact(self, f"只能是{'、'.join(self.choices)}")
        return value

    def _number(self, value: str) -> str:
        try:
            number = Decimal(value)
        except InvalidOperation:
            raise BadFact(self, "应当是数字") from None
        if not number.is_finite() or number < 0:
            raise BadFact(self, "应当是不小于零的数字")
        return f"{number:f}"

    def _day(self, value: object) -> str:
        if isinstance(value, date):
            return value.isoformat()
        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            raise BadFact(self, "应当是日期，如 2020-12-31") from None

    def _yes_no(self, value: object) -> bool:
        if isinstance(value, bool):
            return value
        if value not in (YES, NO):
            raise BadFact(self, "应当填“是”或“否”")
        return value == YES

    def _text(self, value: str) -> str | None:
        if len(value) > self.longest:
            raise BadFact(self, f"最多 {self.longest} 个字")
        return value or None


def read_facts(fields: Sequence[LedgerField], written: Mapping[str, object]) -> dict[str, Said]:
    """What the fields keep of what was written; what no field asks for is refused."""
    known = {field.key: field for field in fields}
    if strange := sorted(written.keys() - known.keys()):
        raise ValueError(f"no field of the campaign: {', '.join(strange)}")
    read = {key: field.read(written.get(key)) for key, field in known.items()}
    return {key: value for key, value in read.items() if value is not None}


def unfilled(fields: Sequence[LedgerField], facts: Facts) -> tuple[LedgerField, ...]:
    """The required fields that have nothing in them."""
    return tuple(field for field in fields if field.required and facts.get(field.key) in (None, ""))
