"""The rules as openfisca-core runs them: variables with formulas on arrays.

Logic and dates are those of `arrays`, since openfisca knows no unknown; inputs are set as whole arrays. At
its fastest a rule is one variable, and nothing is worked out twice; where it is to be explained, each
condition is a variable, and stands in the trace. Nought is no, one unknown; an amount of 分 is two more.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from openfisca_core.entities import Entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.rulebook.arrays import RULES, TWELVE, YES, Array, Asked, Outcome, Rule
from bench.rulebook.arrays_run import ALL_FACTS, FACTS, read, write

MONTH = "2021-04"
PERSON = Entity("person", "persons", "", "")
Formula = Callable[[Any, Any], Array]


def decide(people: Path, out: Path) -> None:
    facts, keys = read(people)
    for name, said in calculate(system(), facts).items():
        write(out, name, keys, outcome_of(said))


def system(*, explained: bool = False) -> TaxBenefitSystem:
    """Each fact a variable, and each rule; to be explained, each of its conditions too."""
    made = TaxBenefitSystem([PERSON])
    for name in ALL_FACTS:
        made.add_variable(_variable(name))
    if not explained:
        for name, rule in RULES.items():
            made.add_variable(_variable(name, _whole(rule)))
        return made
    for name, rule in TWELVE.items():
        conditions = [f"{name}_{nth}" for nth in range(len(rule.conditions))]
        for condition, asked in zip(conditions, rule.conditions, strict=True):
            made.add_variable(_variable(condition, _condition(asked)))
        made.add_variable(_variable(name, _of_conditions(rule, conditions)))
    return made


def calculate(of: TaxBenefitSystem, facts: Mapping[str, Array]) -> dict[str, Array]:
    simulation = SimulationBuilder().build_default_simulation(of, count=len(facts["district"]))
    for name in FACTS:
        simulation.set_input(name, MONTH, facts[name])
    return {rule: simulation.calculate(rule, MONTH) for rule in RULES}


def calculate_one(of: TaxBenefitSystem, facts: Mapping[str, int]) -> dict[str, Array]:
    """One person, told as a dictionary, with the trace."""
    told = {"persons": {"somebody": {name: {MONTH: value} for name, value in facts.items()}}}
    simulation = SimulationBuilder().build_from_dict(of, told)
    simulation.trace = True
    return {rule: simulation.calculate(rule, MONTH) for rule in TWELVE}


def outcome_of(said: Array) -> Outcome:
    return np.minimum(said, YES), np.maximum(said - YES, 0)


def _variable(name: str, formula: Formula | None = None) -> type[Variable]:
    said: dict[str, Any] = {
        "value_type": int,
        "default_value": 0,
        "entity": PERSON,
        "definition_period": DateUnit.MONTH,
        "label": name,
    }
    if formula:
        said["formula"] = formula
    return type(name, (Variable,), said)


def _whole(rule: Rule) -> Formula:
    def formula(person: Any, period: Any) -> Array:
        outcome, amount = rule.outcome(lambda fact: person(fact, period))
        return outcome + amount

    return formula


def _condition(asked: Asked) -> Formula:
    def formula(person: Any, period: Any) -> Array:
        return asked(lambda fact: person(fact, period))

    return formula


def _of_conditions(rule: Rule, conditions: Sequence[str]) -> Formula:
    def formula(person: Any, period: Any) -> Array:
        answers = [person(condition, period) for condition in conditions]
        outcome, amount = rule.settled(lambda fact: person(fact, period), *answers)
        return outcome + amount

    return formula
