"""Draws that anyone can do over: 3 % of a million weighted subjects, matched with 5,000 inspectors."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from functools import partial

import numpy as np

from bench.measure import both, in_turns, tell, times
from guangyue.inspections.drawing.gydraw import commit, draw, seed
from guangyue.inspections.drawing.matching import match, shortages
from guangyue.inspections.drawing.outcome import Outcome, carry_out
from guangyue.inspections.drawing.record import PublicValue, as_text, record
from guangyue.inspections.drawing.terms import Inspector, Slot, Target, Terms
from guangyue.inspections.tests import by_the_letter
from guangyue.inspections.verifier.gydraw_verify import differences
from guangyue.kit.clocks import SHANGHAI

SUBJECTS, INSPECTORS = 1_000_000, 5_000
NAIVE = 20_000  # subjects: what n passes over the whole list can do while one waits
CITY, MOST_SECONDS = 100_000, 60  # S30 asks it of a batch of so many
WEIGHTS = np.array([1, 2, 4, 8])
SHARES = (0.5, 0.3, 0.15, 0.05)  # of the classes A to D
MOST_VISITS = 60  # of an inspector
SALT, PUBLIC_VALUE = "盐", "2020105:04,09,13,18,22,27,31"
AWAITED = PublicValue("福利彩票", datetime(2020, 10, 30, 21, 15, tzinfo=SHANGHAI))


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench draw")
    parser.add_argument("--subjects", type=int, default=SUBJECTS)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(arguments)
    measure_drawing(asked.subjects, asked.rounds)
    measure_matching(asked.subjects, asked.rounds)
    measure_naive(NAIVE, asked.rounds)
    measure_publishing(min(CITY, asked.subjects), asked.rounds)
    measure_publishing(asked.subjects, 1)


def measure_drawing(subjects: int, rounds: int) -> None:
    terms = invented(subjects)
    chances = np.array([target.weight for target in terms.targets], dtype=float)
    chances /= chances.sum()
    dice = np.random.default_rng(1)
    taken = in_turns(
        rounds,
        ours=partial(draw, terms, seed(commit(terms, SALT), PUBLIC_VALUE)),
        numpy=partial(dice.choice, subjects, size=terms.n, replace=False, p=chances),
    )
    print(f"-- {terms.n:,} of {subjects:,} by weight")
    ratio = times(taken["ours"].median, taken["numpy"].median)
    tell("the draw alone", both(taken["ours"]), f"numpy.choice {both(taken['numpy'])}", ratio)


def measure_matching(subjects: int, rounds: int) -> None:
    terms = invented(subjects)
    sown = seed(commit(terms, SALT), PUBLIC_VALUE)
    drawn = draw(terms, sown)
    taken = in_turns(rounds, whole=partial(whole_draw, subjects), matching=partial(match, terms, drawn, sown))
    empty = len(shortages(match(terms, drawn, sown)))
    places = len(terms.slots) * terms.n
    print(f"-- {places:,} places, {len(terms.inspectors):,} inspectors, {empty:,} places stay empty")
    tell("matching", both(taken["matching"]), "", "")
    tell("all of it, from two lists to the teams", both(taken["whole"]), "", "")


def measure_naive(subjects: int, rounds: int) -> None:
    """By the letter every draw passes over the whole list, and every place over all inspectors."""
    terms = invented(subjects)
    sown = seed(commit(terms, SALT), PUBLIC_VALUE)
    drawn = draw(terms, sown)
    ids = [one.id for one in drawn]
    if [(one.id, one.r, one.weight_left) for one in drawn] != by_the_letter.draw(terms, sown):
        raise RuntimeError("the quick draw is not the draw by the letter")
    taken = in_turns(
        rounds,
        draw=partial(draw, terms, sown),
        slow_draw=partial(by_the_letter.draw, terms, sown),
        match=partial(match, terms, drawn, sown),
        slow_match=partial(by_the_letter.match, terms, ids, sown),
    )
    print(f"-- {terms.n:,} of {subjects:,}, beside the draw by the letter")
    for ours, letter in (("draw", "slow_draw"), ("match", "slow_match")):
        ratio = times(taken[letter].median, taken[ours].median)
        tell(ours, both(taken[ours]), both(taken[letter]), f"theirs takes {ratio}")


def measure_publishing(subjects: int, rounds: int) -> None:
    """The published files, made and checked by the stand-alone verifier."""
    terms = invented(subjects)
    outcome = carry_out(terms, salt=SALT, public_value=PUBLIC_VALUE)
    after = written(terms, outcome)
    if differences(after):
        raise RuntimeError("the verifier comes to another draw")
    taken = in_turns(rounds, writing=partial(written, terms, outcome), verifying=partial(differences, after))
    print(f"-- the record of {subjects:,} subjects, {len(after) / 1e6:,.1f} MB")
    tell("written", both(taken["writing"]), "", "")
    slowest = max(taken["verifying"].seconds)
    verdict = "held" if slowest < MOST_SECONDS else "MISSED"
    tell("verified from the files alone", both(taken["verifying"]), f"under {MOST_SECONDS} s", verdict)


def whole_draw(subjects: int) -> Outcome:
    return carry_out(invented(subjects), salt=SALT, public_value=PUBLIC_VALUE)


def written(terms: Terms, outcome: Outcome) -> bytes:
    said = record(terms, salt=SALT, awaited=AWAITED, public_value=PUBLIC_VALUE, outcome=outcome)
    return as_text(said).encode()


def invented(subjects: int) -> Terms:
    """Subjects of four classes; inspectors of two departments, all 通用 and a third of them 食品."""
    weights = np.random.default_rng(2).choice(WEIGHTS, size=subjects, p=SHARES).tolist()
    return Terms(
        batch="2020-SC-001",
        n=subjects * 3 // 100,
        targets=tuple(Target(f"T{number:07}", weight) for number, weight in enumerate(weights)),
        inspectors=tuple(map(inspector, range(INSPECTORS))),
        recusals=frozenset((f"I{number:05}", f"T{number * 7:07}") for number in range(INSPECTORS)),
        slots=(Slot("市场", "食品"), Slot("市场", "通用"), Slot("卫健", "通用")),
    )


def inspector(number: int) -> Inspector:
    qualifications = {"通用", "食品"} if number % 3 == 0 else {"通用"}
    department = ("市场", "卫健")[number % 2]
    return Inspector(f"I{number:05}", department, frozenset(qualifications), MOST_VISITS)
