"""openfisca-core with as many rules: the ten, one month after the other, each worked out anew.

Their figures stay the same, which costs it neither more nor less.
"""

import os
from pathlib import Path

from openfisca_core.simulations import SimulationBuilder

from bench.rulebook.arrays import RULES
from bench.rulebook.arrays_run import FACTS, read
from bench.rulebook.fisca import system


def decide(people: Path, out: Path) -> None:
    facts, _ = read(people)
    of = system()
    for nth in range(int(os.environ["BENCH_RULES"]) // len(RULES)):
        month = f"{2000 + nth // 12}-{nth % 12 + 1:02d}"
        simulation = SimulationBuilder().build_default_simulation(of, count=len(facts["district"]))
        for name in FACTS:
            simulation.set_input(name, month, facts[name])
        for rule in RULES:
            simulation.calculate(rule, month)
