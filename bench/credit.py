"""All that is known of one of 500,000 subjects, with two million records and a million checks; the classes of
all of them."""

import argparse
import time
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from django.conf import settings
from django.db import connection

from bench.home import Home
from bench.measure import both, in_turns, one_after_another, seconds, tell
from guangyue.credit.beside import beside_for_all
from guangyue.credit.dossier import dossier_of
from guangyue.credit.models import CreditSubject, ModelVersion
from guangyue.credit.services.classes import grade_sector
from guangyue.credit.standing import applied_against, class_of, measures_on
from guangyue.kit.clocks import SHANGHAI

MOST_WAITING, LONGEST_PAGE, LONGEST_RUN = 0.2, 2.0, 600.0  # seconds, as S32 and S31 ask
SUBJECTS, RECORDS, CHECKS = 500_000, 2_000_000, 1_000_000
ASKED = 50  # subjects, one after the other
SECTOR, SERVICE = "market", "参加政府采购"
ON = date(2021, 4, 30)
AT = datetime(2021, 4, 30, 9, tzinfo=SHANGHAI)

FILL_SUBJECTS = """
    insert into credit_creditsubject (key, kind, number, name)
    select gen_random_uuid(), 'ORGANISATION', 'ZZ' || lpad(number::text, 16, '0'), '企业' || number
    from generate_series(1, %s) as number
"""
# Of every kind of the sector, over the year before; each subject has as many as another.
FILL_RECORDS = """
    insert into credit_creditrecord
        (number, subject_id, category_id, unit_id, fact, document, document_on, fact_on, effective_on,
         expires_on, public_until, found, conduct, filed_by_id, filed_at, state, verified_at, published_at)
    select 'B' || number, subjects.first + number::bigint * 7919 %% %s, ids[1 + number %% cardinality(ids)],
           units.id, '-', 'B' || number, day, day, day, day + 1095, day + 365, '', '', 1, moment, 'VALID',
           moment, moment
    from generate_series(1, %s) as number,
         lateral (select date '2020-05-01' + number %% 360 as day) as days,
         lateral (select day::timestamp at time zone 'Asia/Shanghai' as moment) as moments,
         (select min(id) as first from credit_creditsubject) as subjects,
         (select array_agg(id order by id) as ids from credit_category where sector = %s) as categories,
         (select min(id) as id from organisations_organisation) as units
"""
FILL_MEASURES = """
    insert into credit_appliedmeasure (measure_id, record_id, subject_id, since, until, lifted_for)
    select followed.measure_id, records.id, records.subject_id, records.effective_on, records.expires_on, ''
    from credit_creditrecord as records
         join credit_measure_follows as followed on followed.category_id = records.category_id
"""
FILL_CHECKS = """
    insert into inspections_publishedresult
        (visit_id, subject_name, subject_number, departments, lines, visited_on, late, by_id, at)
    select number, '企业', 'ZZ' || lpad((1 + number::bigint * 7919 %% %s)::text, 16, '0'), '["部门"]',
           '[{"item": "检查", "department": "部门", "result": "未发现问题", "said": ""}]',
           date '2020-05-01' + number %% 360, false, 1, timestamptz '2021-01-01 09:00+08'
    from generate_series(1, %s) as number
"""
TABLES = "credit_creditsubject", "credit_creditrecord", "credit_appliedmeasure", "inspections_publishedresult"


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench credit")
    parser.add_argument("--subjects", type=int, default=SUBJECTS)
    parser.add_argument("--records", type=int, default=RECORDS)
    parser.add_argument("--checks", type=int, default=CHECKS)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args(arguments)
    Home(settings.HOME).guangyue("prepare")
    fill(asked.subjects, asked.records, asked.checks)
    measure_run()
    measure_asking(asked.rounds)


def fill(subjects: int, records: int, checks: int) -> None:
    """As if it had been filed; what triggers and references look after is left out."""
    begun = time.monotonic()
    with connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
        cursor.execute("truncate credit_creditsubject, inspections_publishedresult cascade")
        cursor.execute(FILL_SUBJECTS, [subjects])
        cursor.execute(FILL_RECORDS, [subjects, records, SECTOR])
        cursor.execute(FILL_MEASURES)
        cursor.execute(FILL_CHECKS, [subjects, checks])
        cursor.execute("set session_replication_role = origin")
        for table in TABLES:
            cursor.execute(f"vacuum analyze {table}")
    filled = time.monotonic() - begun
    print(
        f"filled: {subjects:,} subjects, {records:,} records, {checks:,} checks, {filled:.0f} s", flush=True
    )


def measure_run() -> None:
    """Before anybody asks, so that what is asked for has its classes too."""
    version = ModelVersion.objects.current().get(key=SECTOR)
    run = seconds(partial(grade_sector, version=version, on=ON, by=None, at=AT))
    tell("classes of all subjects", f"{run:.0f} s", f"under {LONGEST_RUN:.0f} s", told(run, LONGEST_RUN))


def measure_asking(rounds: int) -> None:
    some = list(CreditSubject.objects.order_by("key")[:ASKED])
    taken = in_turns(
        rounds,
        dossier=one_after_another([partial(dossier_of, one, on=ON) for one in some]),
        standing=one_after_another([partial(standing, one.number) for one in some]),
        page=one_after_another([partial(page, one) for one in some]),
    )
    for what, name, most in (
        ("all that is recorded of one", "dossier", MOST_WAITING),
        ("class, measures, what stands against", "standing", MOST_WAITING),
        ("the same, and the checks", "page", LONGEST_PAGE),
    ):
        verdict = told(taken[name].p95, most)
        tell(f"{what}, median / p95", both(taken[name]), f"under {most * 1000:.0f} ms", verdict)


def standing(number: str) -> None:
    class_of(number, SECTOR, ON)
    measures_on(number, ON)
    applied_against([number], SERVICE, ON)


def page(subject: CreditSubject) -> None:
    dossier_of(subject, on=ON)
    beside_for_all(subject)


def told(took: float, most: float) -> str:
    return "holds" if took < most else "DOES NOT HOLD"
