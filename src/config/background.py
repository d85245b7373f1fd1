"""All that the city does behind its pages: jobs, the timetable, and the long work that a page can begin."""

from datetime import time

from guangyue.jobs.declarations import EVERY_MINUTE, Background, Periodic, daily
from guangyue.jobs.upkeep import clear_away, retry_stalled
from guangyue.jobs.works import go_on

BACKGROUND = Background(
    jobs=(go_on,),
    timetable=(
        Periodic(retry_stalled, EVERY_MINUTE),
        Periodic(clear_away, daily(time(3, 30))),
    ),
    works=(),
)
