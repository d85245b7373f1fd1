"""The search in 10,000 documents: at the server, and its answers beside those of FTS5 and tantivy."""

import argparse
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import fmean

from django.db import connection

from bench.collection import prepare_collection, reader
from bench.engines import PEERS, Engine, Ours
from bench.measure import both, in_turns, megabytes, one_after_another, seconds, tell, times
from bench.passages import all_passages
from bench.questions import OF_INVENTED, OF_THE_FIVE, Judged, judge, quality
from guangyue.gazette.folder import gazette_files
from guangyue.gazette.models import Edition
from guangyue.library.models import Holding, Lexeme, Passage
from guangyue.library.searching.indexing import index_edition

PAGE = "/library/search/?q="
MOST_WAITING = 0.050  # seconds, p95
INDEXED = (Passage, Lexeme, Holding)

Engines = Mapping[str, Engine]


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench search")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=10, help="of all questions")
    asked = parser.parse_args(arguments)
    prepare_collection(documents=asked.documents)
    with tempfile.TemporaryDirectory() as folder:
        engines = build(Path(folder))
        passages = all_passages()
        of_invented = list(judge(OF_INVENTED, passages))
        of_the_five = list(judge(OF_THE_FIVE, passages)) if gazette_files() else []
        measure_quality(engines, {"invented documents": of_invented, "the five issues": of_the_five})
        measure_time(engines, [*of_invented, *of_the_five], asked.rounds)


def build(folder: Path) -> Engines:
    """Ours reads the clauses from their rows, folds and cuts them; the peers are handed the folded texts."""
    took = seconds(index_anew)
    passages = all_passages()
    tell(
        f"ours: {len(passages):,} passages indexed",
        f"{took:.0f} s",
        f"{megabytes(our_size())}, texts included",
        "",
    )
    engines: dict[str, Engine] = {"ours": Ours(passages)}
    for name, make in PEERS.items():
        place = folder / name
        place.mkdir()
        theirs = seconds(lambda: engines.update({name: make(place, passages)}))  # noqa: B023  called at once
        size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
        tell(
            f"  {name}",
            f"{theirs:.0f} s",
            megabytes(size),
            f"{times(took, theirs)} the time, {times(our_size(), size)} the size",
        )
    return engines


def index_anew() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(model._meta.db_table for model in INDEXED)}")
        for edition in Edition.objects.released().order_by("pk"):
            index_edition(edition=edition)
        cursor.execute("VACUUM ANALYZE")


def our_size() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest(%s::text[]) AS name",
            [[model._meta.db_table for model in INDEXED]],
        )
        return int(cursor.fetchone()[0])


def measure_quality(engines: Engines, judged: Mapping[str, Sequence[Judged]]) -> None:
    for title, questions in judged.items():
        tell(f"-- {len(questions)} questions on {title}", "MRR", "recall@10, nDCG@10", "clause quoted")
        for name, engine in engines.items():
            found = [quality(one, engine.answer(one.words)) for one in questions]
            clauses = [one.clause for one in found if one.clause is not None]
            tell(
                name,
                f"{fmean(one.first for one in found):.2f}",
                f"{fmean(one.recall for one in found):.2f}, {fmean(one.gain for one in found):.2f}",
                f"{sum(clauses):.0f} of {len(clauses)}",
            )


def measure_time(engines: Engines, questions: Sequence[Judged], rounds: int) -> None:
    with reader() as browser:
        actions: dict[str, Callable[[], object]] = {
            name: one_after_another([partial(engine.answer, one.words) for one in questions])
            for name, engine in engines.items()
        }
        page = one_after_another([partial(browser.open, f"{PAGE}{one.words}") for one in questions])
        taken = in_turns(rounds * len(questions), page=page, **actions)
    tell("median / p95", "the page", f"limit {MOST_WAITING * 1000:.0f} ms", "")
    waited = taken.pop("page")
    tell("search page at the server", both(waited), "p95", f"{waited.p95 / MOST_WAITING:.0%} of the limit")
    ours = taken.pop("ours")
    for name, theirs in taken.items():
        tell(
            "the ranking alone",
            both(ours),
            f"{name} {both(theirs)}",
            f"{times(ours.median, theirs.median)}, p95 {times(ours.p95, theirs.p95)}",
        )
