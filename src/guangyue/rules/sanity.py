"""矛盾: facts that cannot be so together: a contract signed before the birth, a day that is still to come."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from guangyue.rules.cases import Case, Step, step
from guangyue.rules.facts import UNKNOWN, FactRefused, Facts, Sane
from guangyue.rules.symbols import Flag
from guangyue.rules.tree import Kind
from guangyue.rules.verdicts import no_parameters


def contradictions(*subjects: Facts, on: date | None = None) -> Iterator[tuple[int, FactRefused]]:
    """What cannot be of these subjects on the day asked about, each at its field of the first, second … one.

    What is unknown contradicts nothing.
    """
    for place, subject in enumerate(subjects):
        if on is not None:
            yield from ((place, refusal) for refusal in _still_to_come(subject, on))
        others = tuple(one for one in subjects if one is not subject)
        for sane, holds in _steps(type(subject)):  # type: ignore[arg-type]  # classes are hashable
            beside = [one for one in others if isinstance(one, sane.beside)] if sane.beside else [None]
            for other in beside:
                case = Case((subject.carried, other.carried if other else {}), None, no_parameters)
                if holds(case) is False:
                    yield place, subject.fields[sane.field].refuse(sane.sentence)


def _still_to_come(subject: Facts, on: date) -> Iterator[FactRefused]:
    for name, value in subject.values.items():
        of = subject.fields[name]
        ahead = of.kind is Kind.DAY and value is not None and value is not UNKNOWN and value > on
        if ahead and not of.may_lie_ahead:
            yield of.refuse(f"晚于所问的 {on}，还没有到。")


@cache
def _steps(kind: type[Facts]) -> tuple[tuple[Sane, Step], ...]:
    return tuple((sane, step(_said(kind, sane).node)) for sane in kind.sane)


def _said(kind: type[Facts], sane: Sane) -> Flag:
    subject = kind.symbolic(0)
    return sane.holds(subject, sane.beside.symbolic(1)) if sane.beside else sane.holds(subject)
