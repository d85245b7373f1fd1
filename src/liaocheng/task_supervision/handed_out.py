"""What the six documents hand out, without their sentences: numbers, units, days, places in the gazette."""

from pathlib import Path

from guangyue.tasks.facts import read_assignments

HANDED_OUT = read_assignments(Path(__file__).with_name("assignments.csv"))
