"""The list as a page, as a part of a page, and as a file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.html import strip_tags

from guangyue.kit.lists.address import AFTER, BEFORE, END, EXPORT, ORDER, SEARCH, VIEW, Address
from guangyue.kit.lists.declaration import Column, Listing
from guangyue.kit.lists.keyset import Keyset, LostPlace, Page, Rows
from guangyue.kit.lists.saved_views import SavedView, circles_of
from guangyue.kit.money import Money
from guangyue.kit.sheets import Export, Form, Value, export
from guangyue.kit.wording import said

COUNTED_TO = 10_000
SHORT = 11  # letters, as many as a full date has
PART = "kit/_list.html"
FORMS: dict[str, Form] = {"xlsx": "xlsx", "csv": "csv"}


@dataclass(frozen=True)
class Heading:
    """The head of a column, and where it leads when the column can be sorted by."""

    column: Column
    link: str
    sorted: str  # the value of aria-sort


@dataclass(frozen=True)
class Cell:
    """What stands in one column of a row; something short is not broken into lines."""

    column: Column
    shown: str
    short: bool


@dataclass(frozen=True)
class Chip:
    """A condition in force, and the address without it."""

    title: str
    said: str
    without: str


@dataclass
class ShownList:
    """A list as its templates see it, under the name `list`."""

    address: Address
    rows: Rows

    def __post_init__(self) -> None:
        self.listing = self.address.listing
        self.kept = self.rows.filter(self.address.rows())
        self.keyset = Keyset(self.kept, self.address.order.fields)
        self.page = self._page()
        self.circles = circles_of(self.address.request.user)
        self.views = list(self._views())
        self.counted = self.kept[: COUNTED_TO + 1].count()

    @property
    def id(self) -> str:
        return f"list-{self.listing.key.replace('.', '-')}"

    @property
    def count(self) -> str:
        return f"超过 {COUNTED_TO:,} 条" if self.counted > COUNTED_TO else f"{self.counted:,} 条"

    @property
    def columns(self) -> list[Column]:
        return self.address.columns

    @property
    def view(self) -> SavedView | None:
        """The view on show, as long as the address asks for what it keeps."""
        return next((view for view in self.views if self.address.shows(view)), None)

    def link_to(self, view: SavedView) -> str:
        return f"?{view.asked}{'&' if view.asked else ''}{VIEW}={view.pk}"

    def headings(self) -> Iterator[Heading]:
        for column in self.columns:
            orders = [order for order in self.listing.orders if order.column == column.key]
            if not orders:
                yield Heading(column, "", "none")
                continue
            here = self.address.order in orders
            chosen = orders[(orders.index(self.address.order) + 1) % len(orders)] if here else orders[0]
            descending = self.address.order.descends
            sorted_ = ("descending" if descending else "ascending") if here else "none"
            yield Heading(column, self.address.to(**{ORDER: chosen.key}), sorted_)

    def cells(self, row: Any) -> Iterator[Cell]:
        for column in self.columns:
            shown = said(column.shown_of(row))
            yield Cell(column, shown, short=len(strip_tags(shown)) <= SHORT)

    @property
    def chips(self) -> list[Chip]:
        words, narrowings = self.address.words, self.address.narrowings
        chips = [Chip("搜索", words, self.address.to(SEARCH))] if words else []
        return chips + [
            Chip(filter_.title, narrowings[filter_.title].said, self.address.to(*filter_.names))
            for filter_ in self.listing.filters
            if filter_.title in narrowings
        ]

    @property
    def filter_names(self) -> tuple[str, ...]:
        return tuple(name for filter_ in self.listing.filters for name in filter_.names)

    @property
    def cleared(self) -> str:
        return self.address.to(SEARCH, *self.filter_names)

    @property
    def next(self) -> str:
        return self.address.to(**{AFTER: self.keyset.token(self.page.rows[-1])}) if self.page.after else ""

    @property
    def previous(self) -> str:
        return self.address.to(**{BEFORE: self.keyset.token(self.page.rows[0])}) if self.page.before else ""

    @property
    def start(self) -> str:
        return self.address.to()

    @property
    def last(self) -> str:
        return self.address.to(**{END: "1"})

    def exports(self) -> list[tuple[str, str]]:
        return [(form, self.address.to(**{EXPORT: form})) for form in FORMS]

    def _views(self) -> Iterable[SavedView]:
        user = self.address.request.user
        if not user.is_authenticated:
            return ()
        return SavedView.objects.for_list(self.listing.key, user=user, circles=self.circles)

    def _page(self) -> Page:
        """The page asked for; the first when that place cannot be found or nothing is left there."""
        asked, size = self.address.asked, self.listing.size
        try:
            if token := asked(AFTER):
                page = self.keyset.after(self.keyset.marked(token), size)
            elif token := asked(BEFORE):
                page = self.keyset.before(self.keyset.marked(token), size)
            elif asked(END):
                page = self.keyset.last(size)
            else:
                return self.keyset.first(size)
        except LostPlace:
            self.address.problems.append("找不到原来翻到的位置，已经回到第一页。")
            return self.keyset.first(size)
        return page if page.rows else self.keyset.first(size)


def show_list(
    request: HttpRequest,
    listing: Listing,
    rows: Rows,
    *,
    template: str = "kit/list.html",
    context: Mapping[str, Any] | None = None,
) -> HttpResponseBase:
    """Answer with what the address asks of the list: its page, the part that htmx replaces, or a file."""
    address = Address(request, listing)
    if form := FORMS.get(request.GET.get(EXPORT, "")):
        return export_list(address, rows, as_=form)
    shown = ShownList(address, rows)
    wanted = PART if request.headers.get("HX-Target", "").endswith(f"#{shown.id}") else template
    response: HttpResponse = render(request, wanted, {**(context or {}), "list": shown})
    patch_vary_headers(response, ["HX-Target"])
    return response


def export_list(address: Address, rows: Rows, *, as_: Form) -> Export:
    """All rows asked for, in their order, with the columns on show."""
    keyset = Keyset(rows.filter(address.rows()), address.order.fields)
    headers = [column.title for column in address.columns]
    lines = ([_cell(column.value_of(row)) for column in address.columns] for row in keyset.all())
    name = f"{address.listing.title} {timezone.localdate():%Y-%m-%d}"
    return export(name, headers, lines, as_=as_)


def _cell(value: object) -> Value:
    known = (str, bool, int, float, Decimal, date, datetime, time, Money)
    return value if value is None or isinstance(value, known) else str(value)
