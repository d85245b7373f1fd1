"""Pages of the library with 10,000 documents behind them: the longest document, lists, coverage."""

import argparse
from collections.abc import Sequence
from functools import partial

from django.db.models import Sum
from django.db.models.functions import Length
from django.urls import reverse

from bench.client import SIGN_IN
from bench.collection import prepare_collection, reader
from bench.measure import both, in_turns, tell, times
from guangyue.gazette.models import PrintedDocument

LONGEST_WAIT = 0.100  # seconds, of the longest document
PAGES = {
    "the library's front page": "/library/",
    "all documents, the first page": "/library/documents/",
    "all documents, the last page": "/library/documents/?end=1",
    "what is in force on a day": "/library/in-force/?on=2010-07-01",
    "coverage of all documents": "/coverage/",
}


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench library")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=30)
    asked = parser.parse_args(arguments)
    prepare_collection(documents=asked.documents)
    longest = longest_document()
    print(f"the longest document: {longest.number}, {longest.clauses.count()} clauses", flush=True)
    document = "the longest document"
    pages = {
        document: reverse("library:document", args=[longest.key]),
        "its coverage, clause by clause": reverse("systems:document", args=[longest.number]),
        **PAGES,
    }
    with reader() as browser:
        taken = in_turns(
            asked.rounds,
            frame=partial(browser.open, SIGN_IN),
            **{title: partial(browser.open, address) for title, address in pages.items()},
        )
    frame = taken.pop("frame")
    tell("median / p95", "the page", "signing in: a page with no rows", "page : page with no rows")
    for title, waited in taken.items():
        tell(title, both(waited), both(frame), times(waited.median, frame.median))
    tell(
        document,
        f"p95 {taken[document].p95 * 1000:.1f} ms",
        f"limit {LONGEST_WAIT * 1000:.0f} ms",
        f"{taken[document].p95 / LONGEST_WAIT:.0%} of the limit",
    )


def longest_document() -> PrintedDocument:
    """Of those with a number, by its words."""
    numbered = PrintedDocument.objects.released().exclude(number="")
    return numbered.annotate(words=Sum(Length("clauses__text"))).order_by("-words")[0]
