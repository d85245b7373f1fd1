"""Rules over a city and for one person: beside openfisca-core, zen-engine, numpy, polars by hand, a scan."""

import argparse
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import polars as pl

from bench.measure import in_turns, megabytes, tell, times
from bench.rulebook import fisca, zen
from bench.rulebook.arrays import TWELVE
from bench.rulebook.arrays_run import ALL_FACTS, read
from bench.rulebook.engines import Run, differing_cells, run_apart
from bench.rulebook.ours import FIGURES, RULES, Resident
from bench.rulebook.population import ON, people, write_people
from guangyue.kit.money import Money
from guangyue.registries.synthetic.city import SyntheticCity
from guangyue.registries.synthetic.parquet import write_parquet
from guangyue.rules.symbols import share
from guangyue.rules.verdicts import Status, Verdict, judge
from liaocheng.population import city_plan

PEERS = {"fisca": "openfisca-core", "arrays_run": "numpy", "frames": "polars by hand"}
MILLION = 1_000_000
PERSONS_A_FIRM = 20
MOST_SECONDS, MOST_SECONDS_REHEARSED, MOST_MEMORY = 60, 15, 2 << 30
CASES = 200  # different people, one after another


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench rules")
    parser.add_argument("--persons", type=int, default=6 * MILLION)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="rules-") as folder:
        measure_one_case(asked.rounds)
        measure_a_city(Path(folder), asked.persons, asked.rounds)
        measure_many_rules(Path(folder), min(asked.persons, MILLION), asked.rounds)
        measure_all_rules(Path(folder), asked.persons)


def measure_a_city(folder: Path, persons: int, rounds: int) -> None:
    """Ten rules, from Parquet to Parquet, in one file and in five of its size."""
    city = folder / "people.parquet"
    write_people(city, persons)
    engines = ("ours", *PEERS, "scan")
    runs = turns(folder, city, engines, rounds)
    print(f"-- {persons:,} persons, ten rules, Parquet to Parquet")
    for peer, title in PEERS.items():
        differ = differing_cells(folder / "ours", folder / peer)
        compare(f"beside {title}, {differ} cells differ", runs["ours"], runs[peer])
    compare("beside reading the columns", runs["ours"], runs["scan"])
    several = folder / "several"
    several.mkdir()
    for nth in range(5):
        os.link(city, several / f"{nth}.parquet")
    five = turns(folder, several / "*.parquet", ("ours",), 1)["ours"]
    compare(f"{persons * 5:,} persons, beside a fifth of them", five, runs["ours"])


def measure_many_rules(folder: Path, persons: int, rounds: int) -> None:
    city = folder / "some.parquet"
    write_people(city, persons, seed=2)
    print(f"-- {persons:,} persons, distinct rules")
    runs = turns(folder, city, ("many", "fisca_many"), rounds, BENCH_RULES="100")
    compare("100 rules, beside openfisca-core", runs["many"], runs["fisca_many"])
    more = turns(folder, city, ("many",), 1, BENCH_RULES="300")["many"]
    compare("300 rules, beside 100", more, runs["many"])


def measure_all_rules(folder: Path, persons: int) -> None:
    """Every rule of the city over all its registers, to decisions."""
    registers, out = folder / "registers", folder / "city"
    city = SyntheticCity(city_plan(), persons=persons, firms=persons // PERSONS_A_FIRM)
    for _ in write_parquet(city, registers):
        pass
    run = run_apart("city", registers, out)
    decided = pl.scan_parquet(out / "*.parquet").select(pl.len()).collect().item()
    rules = len({path.name.partition("-")[0] for path in out.glob("*.parquet")})
    print(f"-- {persons:,} persons, {city.firms:,} firms, {rules} rules of the city: {decided:,} decisions")
    tell(
        "registries to decisions",
        f"{run.seconds:.1f} s, {megabytes(run.octets)}",
        f"limit {MOST_SECONDS} s, {megabytes(MOST_MEMORY)}",
        f"{times(run.seconds, MOST_SECONDS)} {times(run.octets, MOST_MEMORY)}",
    )
    rehearsed = run_apart("rehearsed", registers, folder / "rehearsed")
    tell(
        "one figure changed, before and after",
        f"{rehearsed.seconds:.1f} s, {megabytes(rehearsed.octets)}",
        f"limit {MOST_SECONDS_REHEARSED} s, {megabytes(MOST_MEMORY)}",
        f"{times(rehearsed.seconds, MOST_SECONDS_REHEARSED)} {times(rehearsed.octets, MOST_MEMORY)}",
    )


def turns(
    folder: Path, city: Path, engines: Sequence[str], rounds: int, **environment: str
) -> Mapping[str, Run]:
    """The medians of what each took; they take turns."""
    os.environ.update(environment)
    taken: dict[str, list[Run]] = {engine: [] for engine in engines}
    for _ in range(rounds):
        for engine in engines:
            taken[engine].append(run_apart(engine, city, folder / engine))
    return {engine: _median(runs) for engine, runs in taken.items()}


def compare(what: str, ours: Run, theirs: Run) -> None:
    beside = f"{theirs.seconds:.2f} s, {theirs.processor:.1f} s of processor, {megabytes(theirs.octets)}"
    tell(
        what,
        f"{ours.seconds:.2f} s, {ours.processor:.1f}, {megabytes(ours.octets)}",
        beside,
        f"{times(ours.seconds, theirs.seconds)} {times(ours.processor, theirs.processor)}"
        f" {times(ours.octets, theirs.octets)}",
    )


def measure_one_case(rounds: int) -> None:
    """Twelve rules explained; every answer the same."""
    drawn = people(np.random.default_rng(3), 0, CASES * 2)
    leap = pl.any_horizontal(pl.selectors.date().dt.to_string("%m-%d") == "02-29")
    drawn = drawn.filter(~leap.fill_null(False)).head(CASES)
    rows = drawn.to_dicts()
    with tempfile.TemporaryDirectory() as folder:
        drawn.write_parquet(Path(folder) / "few.parquet")
        arrays, _ = read(Path(folder) / "few.parquet", ALL_FACTS)
    numbers = [{name: int(values[nth]) for name, values in arrays.items()} for nth in range(CASES)]
    cases = [as_told(row) for row in rows]
    of, by_zen = fisca.system(explained=True), zen.judge_one()
    check_one_case(
        cases, [fisca.calculate_one(of, facts) for facts in numbers], [by_zen(row) for row in rows]
    )
    taken = in_turns(
        rounds * 3,
        judged=lambda: [explained(case) for case in cases],
        ours=lambda: [explained(as_told(row)) for row in rows],
        fisca=lambda: [fisca.calculate_one(of, facts) for facts in numbers],
        zen=lambda: [by_zen(row) for row in rows],
    )
    each = {name: one.median / CASES for name, one in taken.items()}
    print("-- one person, explained, from a dictionary")
    tell("twelve rules, once the facts are read", micros(each["judged"]), "limit 150 µs", "")
    for name, title in (("fisca", "openfisca-core, traced"), ("zen", "zen-engine, traced")):
        beside = f"{title}, the same: {micros(each[name])}"
        tell("twelve rules", micros(each["ours"]), beside, times(each[name], each["ours"]))


def micros(seconds: float) -> str:
    return f"{seconds * 1e6:,.0f} µs"


def explained(case: Resident) -> list[Verdict]:
    return [judge(rule, case, on=ON, lookup=FIGURES) for rule in RULES]


def as_told(row: Mapping[str, Any]) -> Resident:
    """A row of the file as somebody tells it."""
    told: dict[str, Any] = {name: row[name] for name in Resident.fields}
    for name, field in Resident.fields.items():
        if told[name] is not None and field.kind.name == "MONEY":
            told[name] = Money(told[name])
    if told["retention"] is not None:
        told["retention"] = share(told["retention"], MILLION)
    return Resident.said(**told)


def check_one_case(
    cases: Sequence[Resident],
    by_fisca: Sequence[Mapping[str, Any]],
    by_zen: Sequence[Mapping[str, Any]],
) -> None:
    """Nought is no, one unknown, and otherwise two more than the amount: every engine says the same."""
    for nth, case in enumerate(cases):
        for name, verdict in zip(TWELVE, explained(case), strict=True):
            said = {number_of(verdict), int(by_fisca[nth][name][0]), int(by_zen[nth][name])}
            if len(said) > 1:
                raise RuntimeError(f"{name} of person {nth}: {said}")


def number_of(verdict: Verdict) -> int:
    if verdict.status is Status.ELIGIBLE and verdict.amount:
        return 2 + verdict.amount.fen
    return {Status.INELIGIBLE: 0, Status.NEEDS_INFO: 1, Status.ELIGIBLE: 2}[verdict.status]


def _median(runs: Sequence[Run]) -> Run:
    def of(part: Callable[[Run], float]) -> float:
        return median(map(part, runs))

    return Run(of(lambda run: run.seconds), of(lambda run: run.processor), int(of(lambda run: run.octets)))
