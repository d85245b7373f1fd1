"""What the address of a list asks for, and addresses that ask otherwise: an address carries everything."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q
from django.http import HttpRequest, QueryDict

from guangyue.kit.lists.declaration import Column, Listing, Order
from guangyue.kit.lists.filters import Narrowing, Unreadable
from guangyue.kit.lists.saved_views import SavedView

SEARCH, ORDER, COLUMNS, VIEW, EXPORT = "q", "order", "columns", "view", "export"
AFTER, BEFORE, END = "after", "before", "end"
PLACE = (AFTER, BEFORE, END)
LONGEST_SEARCH = 100


@dataclass
class Address:
    """What was asked, as far as it can be read; what cannot is left out, and said in `problems`."""

    request: HttpRequest
    listing: Listing
    problems: list[str] = field(default_factory=list)

    @cached_property
    def written(self) -> QueryDict:
        kept = self.request.GET.copy()
        for name, values in list(kept.lists()):
            kept.setlist(name, [value for value in values if value and value.isprintable()])
            if not kept.getlist(name):
                del kept[name]
        kept.pop(EXPORT, None)
        return kept

    def asked(self, name: str) -> str:
        return str(self.written.get(name, ""))

    @cached_property
    def words(self) -> str:
        return " ".join(self.asked(SEARCH)[:LONGEST_SEARCH].split())

    @cached_property
    def narrowings(self) -> dict[str, Narrowing]:
        """By the title of the filter."""
        found = {}
        written = {name: self.asked(name) for name in self.written}
        for filter_ in self.listing.filters:
            try:
                narrowing = filter_.read(written, self.request)
            except Unreadable as unreadable:
                self.problems.append(f"{unreadable}。")
                narrowing = None
            if narrowing:
                found[filter_.title] = narrowing
        return found

    @cached_property
    def order(self) -> Order:
        usual = self.listing.orders[0]
        key = self.asked(ORDER) or usual.key
        for order in self.listing.orders:
            if order.key == key:
                return order
        self.problems.append(f"没有这种排序，已经改为“{usual.title}”。")
        return usual

    @cached_property
    def columns(self) -> list[Column]:
        keys = set(self.written.getlist(COLUMNS))
        chosen = [column for column in self.listing.columns if column.key in keys]
        return chosen or [column for column in self.listing.columns if column.chosen]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words or self.narrowings)

    def rows(self) -> Q:
        """The rows asked for: each word of the search found somewhere, and every filter held."""
        asked = Q(*(narrowing.rows for narrowing in self.narrowings.values()))
        for word in self.words.split() if self.listing.search else ():
            asked &= Q(*((lookup, word) for lookup in self.listing.search), _connector=Q.OR)
        return asked

    def to(self, *left_out: str, **changes: str) -> str:
        """The address that asks for this with the changes; from the first page, unless they name a place."""
        asked = self.written.copy()
        for name in (*PLACE, *left_out):
            asked.pop(name, None)
        for name, value in changes.items():
            asked[name] = value
        return f"?{asked.urlencode()}"

    def to_keep(self) -> str:
        """What a view keeps: the whole question, without the place in the list."""
        return self.to(VIEW).removeprefix("?")

    def shows(self, view: SavedView) -> bool:
        """Whether this is the view, and nothing has been asked otherwise since."""
        kept = QueryDict(self.to_keep())
        return self.asked(VIEW) == str(view.pk) and dict(kept.lists()) == dict(QueryDict(view.asked).lists())

    def kept_beside(self, *drawn: str) -> list[tuple[str, str]]:
        """What a form must carry along that does not ask for it itself."""
        asked = self.written.lists()
        return [(name, value) for name, values in asked if name not in (*PLACE, *drawn) for value in values]
