"""What engines of SQL say in ways of their own; everything else is written alike for all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from guangyue.rules.tree import Value


@dataclass(frozen=True)
class Dialect:
    """方言: what one engine says otherwise than another."""

    quote: str  # around a name
    escaped: Callable[[str], str]  # a text, with what would end it made harmless
    later: str  # months first, clipped to the month's last day, then days
    wide: str  # whole numbers that leave sixty-four bits
    divide: str  # whole numbers, towards nought

    def name(self, column: str) -> str:
        return f"{self.quote}{column}{self.quote}"

    def value(self, value: Value | None) -> str:
        match value:
            case None:
                return "CAST(NULL AS BIGINT)"
            case bool():
                return "TRUE" if value else "FALSE"
            case int():
                return f"CAST({value} AS BIGINT)"
            case date():
                return f"DATE '{value.isoformat()}'"
            case str():
                return f"'{self.escaped(value)}'"
        raise TypeError(f"no value of a column: {value!r}")


DUCKDB = Dialect(
    quote='"',
    escaped=lambda text: text.replace("'", "''"),
    later="(CAST({day} + INTERVAL ({months}) MONTH AS DATE) + {days})",
    wide="HUGEINT",
    divide="//",
)
SPARK = Dialect(
    quote="`",
    escaped=lambda text: text.replace("\\", "\\\\").replace("'", "\\'"),
    later="date_add(add_months({day}, {months}), {days})",
    wide="DECIMAL(38, 0)",
    divide="DIV",
)
