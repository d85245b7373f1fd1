"""Walking a list by key: each row once, in order, whatever the ties, the nulls and the late comers."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.kit.lists.keyset import Keyset, LostPlace, Page
from guangyue.kit.tests.listing_urls import DAWN, Card

pytestmark = pytest.mark.usefixtures("cards_table")

orders = st.lists(
    st.sampled_from(["name", "-name", "weight", "-weight", "seen", "-seen"]),
    min_size=1,
    max_size=3,
    unique_by=lambda field: field.lstrip("-"),
)
weights = st.none() | st.integers(-2, 2)
moments = st.none() | st.integers(0, 3).map(lambda number: DAWN + timedelta(microseconds=number))
rows = st.lists(
    st.builds(Card, name=st.sampled_from("abc"), weight=weights, seen=moments),
    max_size=25,
)


def forwards(keyset: Keyset, size: int) -> Iterator[Page]:
    page = keyset.first(size)
    yield page
    while page.after:
        page = keyset.after(keyset.marked(keyset.token(page.rows[-1])), size)
        yield page


def backwards(keyset: Keyset, size: int) -> Iterator[Page]:
    page = keyset.last(size)
    yield page
    while page.before:
        page = keyset.before(keyset.marked(keyset.token(page.rows[0])), size)
        yield page


def place(order: list[str], card: Card) -> tuple[Any, ...]:
    """Where a row stands, by Python: nulls last either way, then the primary key as the first field goes."""
    key: list[Any] = []
    for field in order:
        value, sign = getattr(card, field.lstrip("-")), -1 if field.startswith("-") else 1
        number = ord(value) if isinstance(value, str) else value
        if isinstance(number, datetime):
            number = (number - DAWN).microseconds
        key.append((number is None, 0 if number is None else sign * number))
    return (*key, -card.pk if order[0].startswith("-") else card.pk)


@pytest.mark.django_db
@settings(max_examples=150, deadline=None)
@given(rows=rows, order=orders, size=st.integers(1, 7))
def test_pages_forth_and_back_hold_every_row_once_and_in_order(
    rows: list[Card], order: list[str], size: int
) -> None:
    with transaction.atomic():
        made = Card.objects.bulk_create(rows)
        keyset = Keyset(Card.objects.all(), order)
        expected = [card.pk for card in sorted(made, key=lambda card: place(order, card))]

        forth = [card.pk for page in forwards(keyset, size) for card in page.rows]
        back = [card.pk for page in backwards(keyset, size) for card in reversed(page.rows)]
        at_once = [card.pk for card in keyset.all()]

        assert forth == back[::-1] == at_once == expected
        transaction.set_rollback(True)


@pytest.mark.django_db
@settings(max_examples=100, deadline=None)
@given(rows=rows, late=rows, order=orders, size=st.integers(1, 5), data=st.data())
def test_rows_that_come_meanwhile_neither_repeat_nor_hide_another(
    rows: list[Card], late: list[Card], order: list[str], size: int, data: st.DataObject
) -> None:
    with transaction.atomic():
        early = {card.pk for card in Card.objects.bulk_create(rows)}
        keyset = Keyset(Card.objects.all(), order)

        seen = []
        for page in forwards(keyset, size):
            seen += [card.pk for card in page.rows]
            for _ in range(data.draw(st.integers(0, 2))):
                if late:
                    late.pop().save()

        assert len(seen) == len(set(seen))
        assert early <= set(seen)
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_a_place_that_nobody_gave_out_is_lost() -> None:
    Card.objects.create(name="a", weight=1)
    keyset, other = (Keyset(Card.objects.all(), [field]) for field in ("name", "weight"))

    tokens = ["", "WyI", "瞎写", "\ud800", other.token(other.first(1).rows[0])]

    for token in tokens:
        with pytest.raises(LostPlace):
            keyset.marked(token)
