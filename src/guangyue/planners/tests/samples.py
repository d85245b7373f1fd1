"""Rows of planners for the table of who may open what (tests/test_access_table.py)."""

from datetime import timedelta

from guangyue.organisations.models import Organisation, Region
from guangyue.planners.models import Contract, Group, Report
from guangyue.planners.pilot import Home
from guangyue.planners.services.people import seat_planner
from guangyue.planners.tests.factories import (
    AT,
    FIRST,
    a_contract,
    a_group,
    a_planner,
    a_visit,
    advice_given,
    advice_sent,
    an_area,
)


def _group(organisation: Organisation) -> Group:
    contract = Contract.objects.open().first() or a_contract()
    found = Group.objects.filter(area__office=organisation, contract=contract).first()
    return found or a_group(organisation, contract=contract)


def group(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _group(organisation).pk}


def seat(*, region: Region, organisation: Organisation) -> dict[str, object]:
    own = a_group(organisation, contract=Contract.objects.open().first() or a_contract())
    planner = a_planner(own.contract, home=Home.LOCAL)
    return {"pk": seat_planner(group=own, planner=planner, since=FIRST, by=None).pk}


def visit(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_visit(_group(organisation)).pk}


def given(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": advice_given(_group(organisation)).number}


def sent(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": advice_sent(_group(organisation)).number}


def settled(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _group(organisation).pk, "year": FIRST.year}


def area(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"key": an_area(organisation).key}


def report(*, region: Region, organisation: Organisation) -> dict[str, object]:
    since = FIRST + timedelta(days=Report.objects.count())
    content = {"since": "2021-06-01", "until": "2021-12-31", "groups": [], "open": []}
    counts = dict.fromkeys(("given", "accepted", "declined", "done"), 0)
    one = Report.objects.create(
        kind="district",
        since=since,
        until=since,
        title="年度总结",
        office=organisation,
        content={**content, **counts},
        due=since,
        sent_on=since,
        at=AT,
    )
    return {"pk": one.pk}


SAMPLES = {
    "planners:group": group,
    "planners:new_seat": group,
    "planners:area_type": group,
    "planners:leaving": seat,
    "planners:visit": visit,
    "planners:advice": given,
    "planners:sending": given,
    "planners:answer": sent,
    "planners:result": sent,
    "planners:feedback": sent,
    "planners:chasing": sent,
    "planners:publication": sent,
    "planners:settling": settled,
    "planners:report": report,
    "planners:report_paper": report,
    "planners:support_form": area,
}
CITYWIDE = "全市一个团队，由主管部门统一管理"
OWN = "只有自己小组的，不随地区"
FILE = "附件随它所属的记录，由那条记录的页面把关"
PLACELESS = {
    "planners:contract": CITYWIDE,
    "planners:beginning": CITYWIDE,
    "planners:assessment": CITYWIDE,
    "planners:renewal": CITYWIDE,
    "planners:ending": CITYWIDE,
    "planners:new_group": CITYWIDE,
    "planners:new_planner": CITYWIDE,
    "planners:planner_table": CITYWIDE,
    "planners:planner": CITYWIDE,
    "planners:checking": CITYWIDE,
    "planners:new_planner_mark": CITYWIDE,
    "planners:new_report": CITYWIDE,
    "planners:new_district_report": "只列本区（管委会）到期的报告，随日历而定",
    "planners:planned_visit": OWN,
    "planners:note": OWN,
    "planners:withdrawal": OWN,
    "planners:photo": FILE,
    "planners:advice_file": FILE,
}
LISTS = {
    "planners:visits": "planners:visit",
    "planners:advice_list": "planners:advice",
}
