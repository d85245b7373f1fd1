"""What the coverage pages are asked for: which documents, in which order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from guangyue.gazette.document import BRACKETS
from guangyue.systems.coverage import CoveredDocument, Figures, State

LONGEST_SEARCH = 50


@dataclass(frozen=True)
class Way:
    """One of several ways in which the list can be narrowed or ordered."""

    key: str
    title: str
    by: Callable[[CoveredDocument], Any]


def _share(figures: Figures) -> float:
    return figures.percent(figures.looked_at)


ORDERS = (
    Way("", "按公报先后", lambda one: 0),
    Way("open", "尚未研究多的在前", lambda one: -one.figures.open),
    Way("running", "运行多的在前", lambda one: -one.figures.running),
    Way("share", "有着落的比例低的在前", lambda one: _share(one.figures)),
    Way("clauses", "条款多的在前", lambda one: -one.figures.total),
    Way("newest", "成文晚的在前", lambda one: -one.document.day.toordinal() if one.document.day else 0),
)
NARROWINGS = (
    Way("", "全部公文", lambda one: True),
    Way("running", "有条款运行的", lambda one: one.figures.running > 0),
    Way("open", "还有条款尚未研究的", lambda one: one.figures.open > 0),
    Way("untouched", "完全没有研究的", lambda one: one.figures.looked_at == 0),
    Way("settled", "每条都有着落的", lambda one: one.figures.open == 0),
)


@dataclass(frozen=True)
class Asked:
    """What the address asks for; a way that it does not know is the usual one."""

    words: str
    issue: str
    order: Way
    narrowing: Way

    def documents(self, covered: Iterable[CoveredDocument]) -> list[CoveredDocument]:
        found = [
            one
            for one in covered
            if self.narrowing.by(one)
            and self.issue in ("", one.document.issue)
            and all(_speaks_of(one, word) for word in self.words.split())
        ]
        return sorted(found, key=self.order.by)


def read_address(address: QueryDict) -> Asked:
    words = "".join(letter for letter in address.get("q", "")[:LONGEST_SEARCH] if letter.isprintable())
    return Asked(
        words=words.strip(),
        issue=address.get("issue", ""),
        order=_way(ORDERS, address.get("order", "")),
        narrowing=_way(NARROWINGS, address.get("show", "")),
    )


def read_state(address: QueryDict) -> State | None:
    """Which clauses of a document are to be shown; None is all."""
    return {state.name.lower(): state for state in State}.get(address.get("state", ""))


def _way(ways: tuple[Way, ...], key: str) -> Way:
    return next((way for way in ways if way.key == key), ways[0])


def _speaks_of(one: CoveredDocument, word: str) -> bool:
    document, word = one.document, word.translate(BRACKETS)
    return any(
        word in said.translate(BRACKETS) for said in (document.number, document.title, *document.issuers)
    )
