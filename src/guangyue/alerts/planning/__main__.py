"""求解一题: the problem as JSON comes in, the outcome goes out. A process of its own: the solver is large."""

import json
import sys

from guangyue.alerts.planning.options import Problem
from guangyue.alerts.planning.solving import solve
from guangyue.kit.plain import as_plain, from_plain

json.dump(as_plain(solve(from_plain(Problem, json.load(sys.stdin)))), sys.stdout)
