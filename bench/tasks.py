"""Ten thousand tasks, 200,000 assignments, a million reports: every list and dashboard of tasks."""

import argparse
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from bench.city import BELIEVE, DOUBT, City, running_city
from bench.client import Browser
from bench.measure import both, in_turns, tell
from guangyue.accounts.granting import give_grant
from guangyue.accounts.roles import roles
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.clocks import local_day
from guangyue.organisations.models import Organisation, Region
from guangyue.tasks.models import Assignment, TaskDocument
from guangyue.tasks.quarters import Quarter
from guangyue.tasks.services.tallying import tally_nightly

PERSONS = 20_000  # read by no list of tasks
DOCUMENTS, TASKS, ASSIGNMENTS, REPORTS = 200, 10_000, 200_000, 1_000_000

DOCUMENTS_MADE = """
insert into tasks_taskdocument (number, title, day, horizon, edition, leaders, taken_on_at)
select '测政发〔' || 2018 + n / 25 || '〕' || n || '号', '测量用分工方案' || n,
       %(on)s::date - n * 5, %(on)s::date - n * 5 + 700, '', array['领导' || n %% 12, '领导' || n %% 7], now()
from generate_series(1, %(documents)s) n
"""
TASKS_MADE = """
insert into tasks_task (document_id, "order", item, section, heading, text)
select document.id, nth, nth::text, '', '重点任务' || nth, ''
from tasks_taskdocument document, generate_series(1, %(each)s) nth
"""
ASSIGNMENTS_MADE = """
insert into tasks_assignment (document_id, task_id, "order", label, text, clause, leaders, answering, due_on,
    due_kind, due_text, recurring, strength, state, percent, yellow_on, issued_at, answer_by, over_on)
select document.id, task.id, task."order" * 100 + nth, task.item || '（' || nth || '）',
       '推进第' || task.id || '项工作的第' || nth || '个方面，'
           || substr('照明供水道路桥梁绿化停车', 1 + nth %% 11, 2),
       '', array[document.leaders[1]], '测量单位', document.day + 100 + (task.id * 7 + nth * 13)::int %% 900,
       'PRINTED', '', false, '', state, case when state = 'CLOSED' then 100 else (task.id + nth) %% 95 end,
       document.day + 80 + (task.id * 7 + nth * 13)::int %% 800, document.day, document.day + 7,
       case when state = 'CLOSED' then document.day + 90 end
from tasks_task task
join tasks_taskdocument document on document.id = task.document_id,
     generate_series(1, %(each)s) nth
cross join lateral (select case when (task.id + nth) %% 10 < 6 then 'CLOSED' when (task.id + nth) %% 50 = 7
    then 'CLOSING' when (task.id + nth) %% 50 = 8 then 'ACCEPTED' else 'RUNNING' end as state) stood
"""
UNITS_MADE = """
insert into tasks_assignmentunit (assignment_id, "order", organisation_id, name, role, qualifier, collective,
    standing_in, answers, answer, percent)
select assignment.id, nth, organisation, '测量单位', case when nth = 1 then 'LEAD' else 'COOPERATE' end,
       '', false, '', nth = 1, 'accepted', assignment.percent
from tasks_assignment assignment, generate_series(1, 4) nth
cross join lateral (select (%(units)s::bigint[])[
    1 + (assignment.id * 7 + nth * 31)::int %% cardinality(%(units)s::bigint[])] as organisation) held
on conflict do nothing
"""
OWED_MADE = """
insert into tasks_owedreport (document_id, organisation_id, quarter, covers, due_on, handed_in_at, declared,
    sent_back_for)
select document.id, organisation, quarter, 5, due,
       case when (document.id + organisation) %% 9 > 0 then due end, true, ''
from tasks_taskdocument document, unnest(%(units)s::bigint[]) organisation,
     unnest(%(quarters)s::text[], %(dues)s::date[]) as asked(quarter, due)
where (document.id + organisation) %% 2 = 0
"""
REPORTS_MADE = """
insert into tasks_report (assignment_id, organisation_id, kind, text, percent, figures, problems, at)
select assignment.id, (%(units)s::bigint[])[1 + assignment.id::int %% cardinality(%(units)s::bigint[])],
       'ad_hoc', '第' || nth || '次报送', assignment.percent, '',
       case when nth = 3 then '资金没有到位' else '' end,
       assignment.issued_at + nth * interval '30 days'
from tasks_assignment assignment, generate_series(1, %(each)s) nth
"""
TABLES = ("taskdocument", "task", "assignment", "assignmentunit", "owedreport", "report")


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench tasks")
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args(arguments)
    with running_city(persons=PERSONS) as city:
        fill()
        measure(city, asked.rounds)


def fill() -> None:
    """Rows as the services would have made them, in a few statements."""
    if Assignment.objects.count() > ASSIGNMENTS / 2:
        return
    on = local_day(timezone.now())
    units = list(Organisation.objects.apart_from_bodies().order_by("pk").values_list("pk", flat=True))
    ended = [Quarter.of(on).before()]
    while len(ended) < 4:
        ended.append(ended[-1].before())
    named: dict[str, Any] = {
        "on": on,
        "documents": DOCUMENTS,
        "units": units,
        "quarters": [str(one) for one in ended],
        "dues": [one.last + timedelta(days=10) for one in ended],
    }
    with connection.cursor() as cursor:
        cursor.execute(BELIEVE)
        cursor.execute(DOCUMENTS_MADE, named)
        cursor.execute(TASKS_MADE, {"each": TASKS // DOCUMENTS})
        cursor.execute(ASSIGNMENTS_MADE, {"each": ASSIGNMENTS // TASKS})
        cursor.execute(UNITS_MADE, named)
        cursor.execute(OWED_MADE, named)
        cursor.execute(REPORTS_MADE, {**named, "each": REPORTS // ASSIGNMENTS})
        cursor.execute(DOUBT)
        for table in TABLES:
            cursor.execute(f"vacuum analyze tasks_{table}")
    tally_nightly.run(at=timezone.now())


def measure(city: City, rounds: int) -> None:
    tell("median / p95", "page", "", "")
    unit = Organisation.objects.apart_from_bodies().order_by("pk")[3]
    supervisor = city.browser_of(city.official("bench-supervisor", role="supervisor"))
    measure_pages("the whole city", supervisor, addresses(unit), rounds)
    measure_pages("one unit", contact(city, unit), addresses(unit), rounds)


def measure_pages(title: str, browser: Browser, pages: Sequence[str], rounds: int) -> None:
    print(f"-- for {title}")
    for address in pages:
        taken = in_turns(rounds, page=lambda address=address: browser.open(address))  # type: ignore[misc]
        tell(address, both(taken["page"]), "", "")
    browser.close()


def contact(city: City, unit: Organisation) -> Browser:
    user = city.account("bench-contact")
    user.organisation = unit
    user.save()
    if not user.grants.exists():
        give_grant(
            user=user,
            role=roles()["task-contact"],
            organisation=unit,
            region=None,
            since=timezone.localdate(),
            until=None,
            by=None,
            at=timezone.now(),
            ground="bench",
            scope=EVERYWHERE,
        )
    return city.browser_of(user)


def addresses(unit: Organisation) -> list[str]:
    """The dashboards, and the ledger by each filter and order that it offers."""
    document = TaskDocument.objects.order_by("pk")[0]
    county = Region.objects.of_county_level().order_by("code")[0]
    assignment = Assignment.objects.order_by("pk")[0]
    ledger = "/desk/tasks/"
    asked = (
        "",
        f"unit={unit.pk}",
        f"unit={unit.pk}&role=LEAD&within=30",
        f"unit={unit.pk}&role=LEAD&light=RED",
        "role=LEAD",
        f"county={county.code}",
        "leader=领导3",
        "light=RED",
        "light=YELLOW",
        "light=GREEN",
        "light=GREY",
        "state=CLOSING",
        "state=RUNNING&order=progress",
        "within=30",
        f"document={document.pk}",
        "order=due_last",
        "order=progress",
        "order=newest",
        "q=桥梁",
        "q=没有这样的字",
        "q=12（3）",
    )
    pages = (
        "documents/",
        f"documents/{document.pk}/",
        f"{assignment.pk}/",
        "reports/",
        "reports/?handed_in=no",
        "prods/",
        "changes/",
        "unit/",
        "summary/",
    )
    return [*(f"{ledger}?{one}" for one in asked), *(f"{ledger}{page}" for page in pages), "/tasks/"]
