"""Declarations written as JSON and read back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.kit.limits import Limit, Unit
from guangyue.kit.plain import as_plain, fingerprint, from_plain


class Colour(Enum):
    RED = "红"
    GREEN = "绿"


@dataclass(frozen=True)
class Place:
    path: str

    @classmethod
    def parse(cls, text: str) -> "Place":
        return cls(text)

    def __str__(self) -> str:
        return self.path


@dataclass(frozen=True)
class Leaf:
    title: str
    amount: int = 0
    limit: Limit | None = None
    cites: Place | None = None


@dataclass(frozen=True)
class Tree:
    key: str
    since: date
    colour: Colour = Colour.RED
    leaves: tuple[Leaf, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


leaves = st.builds(
    Leaf,
    title=st.text(max_size=5),
    amount=st.integers(),
    limit=st.none() | st.builds(Limit, amount=st.integers(1, 99), unit=st.sampled_from(Unit)),
    cites=st.none() | st.builds(Place, path=st.text(max_size=4)),
)
trees = st.builds(
    Tree,
    key=st.text(max_size=5),
    since=st.dates(),
    colour=st.sampled_from(Colour),
    leaves=st.lists(leaves, max_size=3).map(tuple),
    counts=st.dictionaries(st.text(max_size=3), st.integers(), max_size=3),
)


@given(trees)
def test_what_was_written_is_read_back(tree: Tree) -> None:
    assert from_plain(Tree, as_plain(tree)) == tree


def test_what_equals_its_default_is_not_written() -> None:
    assert as_plain(Tree("a", date(2020, 1, 1))) == {"key": "a", "since": "2020-01-01"}


def test_two_declarations_share_a_fingerprint_only_when_they_say_the_same() -> None:
    one, other = Tree("a", date(2020, 1, 1)), Tree("a", date(2020, 1, 1), counts={})

    assert fingerprint(one) == fingerprint(other)
    assert fingerprint(one) != fingerprint(Tree("a", date(2020, 1, 2)))


def test_what_has_no_plain_form_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(TypeError, match="no plain form"):
        as_plain(object())
