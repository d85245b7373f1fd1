"""Walking a query page by page from where the last page ended, never by counting rows off.

What comes after a row in the order (a, b, pk) is the row's own a and b with a greater pk; then its a with
a greater b; then every greater a. Each of these stretches is one range of an index on (a, b, pk), and
they follow one another: a page is read from the first that has rows, then the next, until it is full.
Nulls are a stretch of their own. So a page costs the same wherever it lies, and a row inserted meanwhile
neither repeats nor hides another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import F, Field, Q, QuerySet
from django.db.models.expressions import OrderBy

Rows = QuerySet[Any]
Mark = tuple[Any, ...]  # where a page ends: the values its last row is ordered by


class LostPlace(ValueError):
    """The address names a place in the list that cannot be found again."""


@dataclass(frozen=True)
class Key:
    """One thing rows are ordered by; `name` is the annotation that holds it."""

    name: str
    descending: bool
    nullable: bool
    nulls_first: bool = False

    def turned(self) -> "Key":
        return replace(self, descending=not self.descending, nulls_first=not self.nulls_first)

    def ordering(self) -> OrderBy:
        if not self.nullable:
            return self.plain_ordering()
        places: dict[str, bool] = {"nulls_first": True} if self.nulls_first else {"nulls_last": True}
        return OrderBy(F(self.name), descending=self.descending, **places)

    def plain_ordering(self) -> OrderBy:
        """Where the rows are all null or none is: the order an index has by itself."""
        return OrderBy(F(self.name), descending=self.descending)

    def whole(self) -> list[Q]:
        """The stretches of all rows."""
        if not self.nullable:
            return [Q()]
        return [self._null(self.nulls_first), self._null(not self.nulls_first)]

    def same(self, value: Any) -> Q:
        return self._null(True) if value is None else Q(**{self.name: value})

    def beyond(self, value: Any) -> list[Q]:
        """The stretches of the rows after this value."""
        if value is None:
            return [self._null(False)] if self.nulls_first else []
        farther = Q(**{f"{self.name}__{'lt' if self.descending else 'gt'}": value})
        return [farther, self._null(True)] if self.nullable and not self.nulls_first else [farther]

    def _null(self, null: bool) -> Q:
        return Q(**{f"{self.name}__isnull": null})


@dataclass(frozen=True)
class Page:
    """A page of rows, and whether there is more before and after it."""

    rows: list[Any]
    before: bool
    after: bool


class Keyset:
    """A query in one order. `fields` are paths or annotations of the query, `-` before one that descends."""

    def __init__(self, rows: Rows, fields: Sequence[str]) -> None:
        descends = bool(fields) and fields[0].startswith("-")
        paths = (*fields, "-pk" if descends else "pk")  # an index on the fields and the key serves both ways
        names = [f"keyset_{place}" for place in range(len(paths))]
        self.rows = rows.order_by().annotate(
            **{name: F(path.lstrip("-")) for name, path in zip(names, paths, strict=True)}
        )
        self.keys = tuple(
            Key(name, path.startswith("-"), _is_nullable(rows, path.lstrip("-")))
            for name, path in zip(names, paths, strict=True)
        )
        self._signer = signing.Signer(salt=f"keyset:{rows.model._meta.label}:{':'.join(paths)}")

    def first(self, size: int) -> Page:
        return self._onward(None, size)

    def after(self, mark: Mark, size: int) -> Page:
        return self._onward(mark, size)

    def before(self, mark: Mark, size: int) -> Page:
        return self._back(mark, size)

    def last(self, size: int) -> Page:
        return self._back(None, size)

    def all(self) -> Iterator[Any]:
        """Every row, a few at a time in memory."""
        yield from self.rows.order_by(*(key.ordering() for key in self.keys)).iterator(chunk_size=2000)

    def mark(self, row: Any) -> Mark:
        return tuple(getattr(row, key.name) for key in self.keys)

    def token(self, row: Any) -> str:
        """The mark of a row as it stands in an address; signed: only what a page gave out comes back."""
        values = zip(self.keys, self.mark(row), strict=True)
        return self._signer.sign_object(
            [None if value is None else str(self._field(key).get_prep_value(value)) for key, value in values]
        )

    def marked(self, token: str) -> Mark:
        try:
            values = zip(self.keys, self._signer.unsign_object(token), strict=True)
            return tuple(
                None if value is None else self._field(key).to_python(value) for key, value in values
            )
        except (signing.BadSignature, ValidationError, ValueError) as unreadable:
            raise LostPlace from unreadable

    def _onward(self, mark: Mark | None, size: int) -> Page:
        rows = self._read(self.keys, mark, size + 1)
        return Page(rows[:size], before=mark is not None, after=len(rows) > size)

    def _back(self, mark: Mark | None, size: int) -> Page:
        rows = self._read(tuple(key.turned() for key in self.keys), mark, size + 1)
        return Page(rows[:size][::-1], before=len(rows) > size, after=mark is not None)

    def _read(self, keys: tuple[Key, ...], mark: Mark | None, most: int) -> list[Any]:
        found: list[Any] = []
        for condition, ordering in _stretches(keys, mark):
            found += self.rows.filter(condition).order_by(*ordering)[: most - len(found)]
            if len(found) == most:
                break
        return found

    def _field(self, key: Key) -> "Field[Any, Any]":
        field: Field[Any, Any] = self.rows.query.annotations[key.name].output_field
        return field


def _stretches(keys: tuple[Key, ...], mark: Mark | None) -> Iterator[tuple[Q, list[OrderBy]]]:
    """What comes after the mark (or everything), as ranges that follow one another."""
    for place in reversed(range(len(keys))) if mark else (0,):
        key = keys[place]
        same = Q(*(earlier.same(value) for earlier, value in zip(keys[:place], mark or (), strict=False)))
        ordering = [key.plain_ordering(), *(later.ordering() for later in keys[place + 1 :])]
        for condition in key.beyond(mark[place]) if mark else key.whole():
            yield same & condition, ordering


def _is_nullable(rows: Rows, path: str) -> bool:
    """Whether a row can lack it: an annotation always may."""
    if path in rows.query.annotations:
        return True
    model = rows.model
    for step in path.split("__"):
        if step == "pk":
            return False
        field = model._meta.get_field(step)
        if not field.concrete or field.null:
            return True
        model = field.related_model
    return False
