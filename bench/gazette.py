"""Import: five issues from their files into the database, and how reading grows with an issue."""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from django.conf import settings

from bench.databases import database, guangyue
from bench.home import Home
from bench.issues import CLAUSES, DOCUMENTS, SECTIONS, issue_files, written_issue
from bench.measure import in_turns, seconds, tell, times
from guangyue.gazette.reading.files import read_file
from guangyue.gazette.reading.issue import read_issue

LONGEST_IMPORT = 5.0  # seconds
EMPTY, IMPORTED = "bench_empty", "bench_imported"
LONGER = (10, 30)

Lines = Sequence[str]


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench gazette")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        files = issue_files(Path(folder))
        measure_import(files, asked.rounds)
        measure_reading(files, asked.rounds)
    measure_growth(asked.rounds)


def measure_import(files: Sequence[Path], rounds: int) -> None:
    """As it is typed, the start of the program included; typed again, there is nothing to do."""
    took, nothing = [], []
    bring = partial(guangyue, "gazette", "import", *map(str, files))
    Home(settings.HOME).guangyue("prepare")
    with database(EMPTY) as empty:
        guangyue("prepare", database=empty)
        for _ in range(rounds):
            with database(IMPORTED, template=EMPTY) as imported:
                took.append(seconds(partial(bring, database=imported)))
                nothing.append(seconds(partial(bring, database=imported)))
    whole, start = median(took), median(nothing)
    tell(
        f"{len(files)} issues imported",
        f"{whole:.1f} s",
        f"limit {LONGEST_IMPORT:.0f} s; with nothing to do {start:.1f} s",
        f"{whole / LONGEST_IMPORT:.0%} of the limit, {whole - start:.1f} s for the issues",
    )


def measure_reading(files: Sequence[Path], rounds: int) -> None:
    """From the file to documents and clauses, beside the same file cut into lines and no more."""
    taken = in_turns(rounds, ours=_for_each(files, read), lines=_for_each(files, split))
    ours, lines = taken["ours"].median, taken["lines"].median
    tell(
        f"{len(files)} issues read, nothing stored",
        f"{ours:.2f} s",
        f"cut into lines: {lines * 1000:.1f} ms",
        f"{ours / lines:,.0f}×",
    )


def measure_growth(rounds: int) -> None:
    """An invented issue: with more documents, and with longer ones. The time of a line ought to stay."""
    measure_lengths("more documents", lambda longer: written_issue(documents=DOCUMENTS * longer), rounds)
    measure_lengths("longer documents", written_longer, rounds)


def written_longer(longer: int) -> list[str]:
    """More clauses in a section, and more sections: numerals end at 99."""
    in_a_section = {1: 1, 10: 2, 30: 3}[longer]
    return written_issue(clauses=CLAUSES * in_a_section, sections=SECTIONS * longer // in_a_section)


def measure_lengths(what: str, written: Callable[[int], list[str]], rounds: int) -> None:
    issues = {str(longer): written(longer) for longer in (1, *LONGER)}
    taken = in_turns(rounds, **{longer: partial(read_issue, lines) for longer, lines in issues.items()})
    first = _per_thousand(taken["1"].median, issues["1"])
    for longer, lines in issues.items():
        each = _per_thousand(taken[longer].median, lines)
        tell(
            f"an issue, {longer}× {what}: {len(lines):,} lines",
            f"{taken[longer].median:.2f} s",
            f"{each * 1000:.1f} ms for 1,000 characters",
            times(each, first),
        )


def read(path: Path) -> object:
    with path.open("rb") as file:
        return read_issue(read_file(file, name=path.name).lines)


def split(path: Path) -> object:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _for_each(files: Sequence[Path], action: Callable[[Path], object]) -> Callable[[], object]:
    return lambda: [action(path) for path in files]


def _per_thousand(took: float, lines: Lines) -> float:
    return took / sum(map(len, lines)) * 1000
