"""矛盾: facts that each could be so, and not together: a contract signed before the birth."""

from collections.abc import Iterator
from functools import cache

from guangyue.rules.cases import Case, Step, step
from guangyue.rules.facts import FactRefused, Facts, Sane
from guangyue.rules.symbols import Flag
from guangyue.rules.verdicts import no_parameters


def contradictions(*subjects: Facts) -> Iterator[tuple[int, FactRefused]]:
    """What the classes declare that cannot be, each at its field of the first, second … subject.

    What is unknown contradicts nothing.
    """
    for place, subject in enumerate(subjects):
        others = tuple(one for one in subjects if one is not subject)
        for sane, holds in _steps(type(subject)):  # type: ignore[arg-type]  # classes are hashable
            beside = [one for one in others if isinstance(one, sane.beside)] if sane.beside else [None]
            for other in beside:
                case = Case((subject.carried, other.carried if other else {}), None, no_parameters)
                if holds(case) is False:
                    yield place, subject.fields[sane.field].refuse(sane.sentence)


@cache
def _steps(kind: type[Facts]) -> tuple[tuple[Sane, Step], ...]:
    return tuple((sane, step(_said(kind, sane).node)) for sane in kind.sane)


def _said(kind: type[Facts], sane: Sane) -> Flag:
    subject = kind.symbolic(0)
    return sane.holds(subject, sane.beside.symbolic(1)) if sane.beside else sane.holds(subject)
