"""What a list says of itself: its columns, orders, filters and the fields its search looks in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from guangyue.kit.lists.filters import Filter


@dataclass(frozen=True)
class Column:
    """列: what a list tells of each row.

    `value` is the plain thing, shown in its Chinese form and exported as it is; without it the path `key` is
    followed from the row. `show` is for the page alone: a badge, a light, a bar.
    """

    key: str
    title: str
    value: Callable[[Any], object] | None = None
    show: Callable[[Any], object] | None = None
    number: bool = False
    chosen: bool = True  # shown to whoever has not chosen columns

    def value_of(self, row: Any) -> object:
        if self.value:
            return self.value(row)
        for step in self.key.split("__"):
            row = getattr(row, step, None)
        return row

    def shown_of(self, row: Any) -> object:
        return self.show(row) if self.show else self.value_of(row)


@dataclass(frozen=True)
class Order:
    """排序: fields in turn, `-` before one that descends; nulls come last, the primary key breaks ties.
    No fields at all is the order of entry.

    An order whose `column` is named is chosen by that column's heading too. An index on the fields and the
    primary key makes page 10,000 as cheap as page 1.
    """

    key: str
    title: str
    fields: tuple[str, ...]
    column: str = ""

    @property
    def descends(self) -> bool:
        return bool(self.fields) and self.fields[0].startswith("-")


@dataclass(frozen=True)
class Listing:
    """列表: a list page. `key` names it for ever (saved views hang on it); the first order is the usual one.

    `search` are lookups, each word must be found by one of them: `name__contains` where rows are few,
    `name__startswith` with an index where they are many. `empty_advice` says how the first row comes about.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    orders: tuple[Order, ...]
    filters: tuple[Filter, ...] = ()
    search: tuple[str, ...] = ()
    search_hint: str = "搜索"
    empty: str = "还没有记录"
    empty_advice: str = ""
    link: Callable[[Any], str] | None = None
    size: int = 25

    def link_of(self, row: Any) -> str:
        """The page of a row: where `link` leads, or else the model's own address."""
        if self.link:
            return self.link(row)
        own = getattr(row, "get_absolute_url", None)
        return own() if own else ""
