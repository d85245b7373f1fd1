"""What the worker of the crash tests runs."""

from guangyue.jobs.declarations import Background, WorkKind, job
from guangyue.jobs.tests.crashing import count_up, mark
from guangyue.jobs.upkeep import retry_stalled
from guangyue.jobs.works import go_on
from guangyue.kit.access import Permission

MARK = job("tests.mark", title="记一笔")(mark)
COUNT = WorkKind("count", "数数", count_up, needs=Permission("tests.count", "数数"))

BACKGROUND = Background(jobs=(MARK, go_on, retry_stalled), timetable=(), works=(COUNT,))
