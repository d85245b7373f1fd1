"""How S11 answers the catalogue's worked examples: by the functions that cases and their pages use."""

from collections.abc import Collection, Mapping

from guangyue.cases.planning import Part, plan
from guangyue.systems.examples import Given


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """The form of an example shows in what it gives."""
    if "subtasks" in given:
        return planned(given)
    raise ValueError("no form of these examples")


def planned(given: Given) -> Mapping[str, object]:
    """R10: departments beside each other, and after those they depend on."""
    parts = [Part(one["dept"], one["limit"], tuple(one["depends"])) for one in given.take("subtasks")]
    return {"plan_workdays": plan(parts).days}
