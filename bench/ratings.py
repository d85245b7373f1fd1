"""Scores of every department over any period, from kept sums, against GROUP BY over ten million ratings."""

import argparse
import time
from collections.abc import Sequence
from datetime import date
from functools import partial

from django.conf import settings
from django.db import connection

from bench.home import Home
from bench.measure import both, in_turns, one_after_another, tell, times
from guangyue.ratings.models import Tally
from guangyue.ratings.sql import add_up, contributions
from guangyue.ratings.statistics import Period, scores

LIMIT = 2.0  # seconds
RATINGS, QUICK = 10_000_000, 200_000
PERIODS = (
    Period(date(2021, 1, 1), date(2021, 12, 31)),
    Period(date(2021, 3, 7), date(2023, 9, 20)),
    Period(date(2021, 5, 1), date(2021, 5, 31)),
)

# As if so many cases had been rated over three years; the cases themselves are not needed for that.
RATED = """
    insert into ratings_rating (case_id, about, way, level, tags, text, anonymous, at, effective, state,
                                state_reason, department_id, matter_id, region_id, channel)
    select number, 'case', (array['WEB', 'TEXT', 'DEVICE', 'CARD', 'CODE'])[1 + number %% 5],
           (array[5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 2, 1])[1 + number * 7 %% 12], '{}', '', false,
           timestamptz '2021-01-01 09:00+08' + (number %% 1095) * interval '1 day', true, 'counted', '',
           departments.ids[1 + number * 31 %% cardinality(departments.ids)], 1 + number %% 900, '371500',
           (array['window', 'online', 'phone'])[1 + number %% 3]
    from generate_series(1, %s) as number,
         (select array_agg(id order by id) as ids from organisations_organisation) as departments
"""
PLAIN = """
    select department_id, level, count(*) from ratings_rating
    where effective and state = 'counted' and about in ('case', 'department') and case_id is not null
      and at >= %s::date::timestamp at time zone 'Asia/Shanghai'
      and at < (%s::date + 1)::timestamp at time zone 'Asia/Shanghai'
    group by department_id, level
"""


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench ratings")
    parser.add_argument("--ratings", type=int, default=RATINGS)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} ratings")
    said = parser.parse_args(arguments)
    Home(settings.HOME).guangyue("prepare")
    fill(QUICK if said.quick else said.ratings)
    measure(said.rounds)


def fill(many: int) -> None:
    begun = time.monotonic()
    with connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
        cursor.execute("truncate ratings_rating, ratings_tally cascade")
        cursor.execute(RATED, [many])
        cursor.execute(add_up(contributions("ratings_rating", 1)))
        cursor.execute("set session_replication_role = origin")
        cursor.execute("vacuum analyze ratings_rating")
        cursor.execute("vacuum analyze ratings_tally")
    sums = Tally.objects.count()
    print(f"filled: {many:,} ratings, {sums:,} sums, {time.monotonic() - begun:.0f} s", flush=True)


def measure(rounds: int) -> None:
    kept = one_after_another([partial(scores, Tally.Kind.DEPARTMENT, period) for period in PERIODS])
    plain = one_after_another([partial(grouped, period) for period in PERIODS])
    taken = in_turns(rounds, kept=kept, plain=plain)
    slowest = max(taken["kept"].seconds)
    verdict = "held" if slowest < LIMIT else "MISSED"
    tell("scores of all departments, median / p95", both(taken["kept"]), f"under {LIMIT:.0f} s", verdict)
    ratio = times(taken["kept"].median, taken["plain"].median)
    tell("the same by plain GROUP BY", both(taken["plain"]), "ours takes of theirs", ratio)


def grouped(period: Period) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(PLAIN, [period.since, period.until])
        return list(cursor.fetchall())
