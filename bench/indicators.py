"""Conclusions of a thousand targets in twelve counties, from figures of ten years, within five seconds."""

import argparse
from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import connection

from bench.home import Home
from bench.measure import seconds, tell
from guangyue.indicators.models import Figure, Split, Target, Verdict
from guangyue.indicators.services.recomputing import recompute
from guangyue.kit.clocks import SHANGHAI

LIMIT = 5.0  # seconds
TARGETS, QUICK = 1_000, 100
ON = date(2031, 2, 1)
AT = datetime(2031, 2, 1, 3, tzinfo=SHANGHAI)

FILL = """
truncate indicators_target, indicators_indicator cascade;
insert into indicators_indicator (id, code, name, definition, unit, direction)
    select number, 'B' || number, '指标' || number, '', '个', 'HIGHER'
    from generate_series(1, {targets}) number;
insert into indicators_target (id, code, indicator_id, reach, firm, comparator, value, nature, since, due_on,
        every, strength, condition, number, cites, file, lines, remark, state)
    select number, 'B' || number, number, 'city', '', (array['≥', '=', '≈', '>'])[1 + number % 4], 12000,
        'CUMULATIVE', '2021-01-01', '2030-12-31', 'ONCE', 'FIRM', '', '测政发〔2021〕1号',
        '测政发〔2021〕1号 一', '', '', '', 'split'
    from generate_series(1, {targets}) number;
insert into indicators_split (target_id, organisation_id, name, value)
    select target.id, office.id, office.name, 1000 from indicators_target target,
        (select id, name from organisations_organisation order by id limit 12) office;
insert into indicators_figure (target_id, organisation_id, "on", base, value, unit, source, evidence_id,
        office_id, way, revision, status, at, said)
    select split.target_id, split.organisation_id, make_date(year, 12, 31), false,
        90 + (split.id * 7 + year) % 20, '个', '统计月报', file.id, split.organisation_id, 'table', 1,
        'verified', now(), ''
    from indicators_split split, generate_series(2021, 2030) year,
        (select min(id) as id from files_file) file;
analyze indicators_figure; analyze indicators_split;
"""
A_FILE = """
insert into files_file (key, name, media_type, size, sha256, kept_at)
    values (gen_random_uuid(), '月报.pdf', 'application/pdf', 1, repeat('0', 64), now())
"""


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench indicators")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} targets")
    said = parser.parse_args(arguments)
    Home(settings.HOME).guangyue("prepare")
    fill(QUICK if said.quick else TARGETS)
    first = seconds(lambda: recompute(targets=Target.objects.all(), on=ON, at=AT))
    again = seconds(lambda: recompute(targets=Target.objects.all(), on=ON, at=AT))
    for what, taken in (("all conclusions new", first), ("computed again, none new", again)):
        verdict = "within" if taken < LIMIT else "OVER"
        tell(what, f"{taken:.2f} s", f"limit {LIMIT:.0f} s, {Verdict.objects.count():,} rows", verdict)


def fill(targets: int) -> None:
    """Without the trail of who did it: nobody did."""
    with connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
        cursor.execute(A_FILE)
        cursor.execute(FILL.format(targets=targets))
        cursor.execute("set session_replication_role = origin")
    print(f"filled: {targets:,} targets, {Split.objects.count():,} parts, {Figure.objects.count():,} figures")
