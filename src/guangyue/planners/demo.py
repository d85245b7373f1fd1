"""The demonstration's pilot: a contract, groups of invented planners, their visits, advice and reports."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.money import Money
from guangyue.planners.calendar import Standing
from guangyue.planners.declared import day_of_the_pilot, pilot
from guangyue.planners.demo_said import DemoAdvice, DemoPilot, DemoStep
from guangyue.planners.models import Area, Contract, Evaluation, Group, Planner
from guangyue.planners.owing import owing
from guangyue.planners.permissions import KEEP_PLANNERS
from guangyue.planners.pilot import Author, Home, Qualification, Work
from guangyue.planners.reckoning import months_between
from guangyue.planners.services import advising
from guangyue.planners.services.contracts import begin_contract, sign_contract
from guangyue.planners.services.keeping import provide_support, send_report, settle_deduction
from guangyue.planners.services.people import (
    Described,
    check_planner,
    enter_planner,
    form_group,
    seat_planner,
)
from guangyue.planners.services.visiting import Served, plan_visit, record_visit

Say = Callable[[str], None]

SEED = 20210601
NAMES = {Home.FIRST_TIER: "甲乙丙丁戊己庚辛壬癸", Home.LOCAL: "子丑寅卯辰巳午未申酉"}
TALKED_WITH = "镇街（园区）主要负责同志（演示）"
LATE_REPORT = "summary"
OPEN_REPORTS = 2  # the latest are left for whoever tries


@transaction.atomic
def load(say: Say) -> None:
    """Once: what is there already is left alone."""
    keeper, told = somebody_allowed(KEEP_PLANNERS), import_string(settings.GUANGYUE_DEMO_PLANNERS)
    areas = list(Area.objects.order_by("pk"))
    if keeper is None or not areas or Contract.objects.exists():
        say("责任规划师：没有片区，或者已经载入")
        return
    contract = _hire(told, keeper)
    groups = {area.key: form_group(contract=contract, area=area, since=contract.since) for area in areas}
    for nth, group in enumerate(groups.values()):
        _seat(told, group, nth, keeper)
    visits = sum(_visit(told, group) for group in groups.values())
    for advice in told.advice:
        _advise(advice, groups[advice.area], keeper)
    _keep(groups, areas, keeper)
    say(f"责任规划师小组 {len(groups)} 个，到片区 {visits} 次，建议 {len(told.advice)} 条（演示数据）")


def _hire(told: DemoPilot, keeper: User) -> Contract:
    at = _at(told.agreed.signed_on)
    contract = sign_contract(agreed=told.agreed, by=keeper, at=at)
    return begin_contract(contract=contract, by=keeper, at=_at(told.agreed.since))


def _seat(told: DemoPilot, group: Group, nth: int, keeper: User) -> None:
    """Entered by nobody, so that the keeper may check them."""
    for home in Home:
        at = _at(told.agreed.signed_on)
        account = User.objects.filter(username=told.planner_account).first()
        first = nth == 0 and home is Home.FIRST_TIER
        described = Described(
            name=f"规划师{NAMES[home][nth]}（演示）",
            home=home,
            qualifications=[list(Qualification)[(nth + len(home.name)) % len(Qualification)]],
            certificate=f"演示-{home.name}-{nth + 1:02d}",
            specialties=told.specialties[nth % len(told.specialties)],
            renewal_experience=nth % 2 == 0,
            account=account if first else None,
        )
        planner = enter_planner(contract=group.contract, described=described, by=None, at=at)
        seat_planner(
            group=group,
            planner=check_planner(planner=planner, by=keeper, at=at),
            since=group.since,
            by=keeper,
        )


def _visit(told: DemoPilot, group: Group) -> int:
    """Every month but those that the city names; the month of the day has one plan to come."""
    chance = Random(f"{SEED}-{group.area.key}")  # noqa: S311  (nobody's secret)
    silent = told.no_talk.get(group.area.key, ())
    many = 0
    for first, day, nth in _days(told, group, chance):
        talked = nth == 0 and (first.year, first.month) not in silent
        served = Served(
            day=day,
            hours=told.hours[nth],
            works=chance.sample(list(Work), k=2),
            talked=talked,
            chief=TALKED_WITH if talked else "",
            note="走访社区、查看项目现场，听取意见（演示）。" if nth != 1 else "",
        )
        record_visit(group=group, served=served, by=None, at=_at(day))
        many += 1
    on = day_of_the_pilot()
    plan_visit(group=group, day=on + timedelta(days=6), purpose="社区座谈（演示）", by=None, at=_at(on))
    return many


def _days(told: DemoPilot, group: Group, chance: Random) -> Iterator[tuple[date, date, int]]:
    on = day_of_the_pilot()
    away = told.missed.get(group.area.key, ())
    many = told.visits_a_month.get(group.area.key, len(told.hours))
    for first in months_between(pilot().since, on):
        if (first.year, first.month) in away:
            continue
        for nth, day in enumerate(sorted(chance.sample(range(2, 27), k=many))):
            visited = first.replace(day=day)
            if visited <= on:
                yield first, visited, nth


def _advise(told: DemoAdvice, group: Group, keeper: User) -> None:
    """As far as it has come, some days after each other."""
    giver = User.objects.filter(planner__seats__group=group).first()
    at = _at(told.on)
    one = advising.give_advice(group=group, topic=told.topic, text=told.text, by=giver, at=at)
    if told.step is DemoStep.GIVEN:
        return
    one = advising.send_advice(advice=one, said="请研究答复（演示）", by=keeper, at=at + timedelta(days=4))
    if told.step is DemoStep.SENT:
        return
    accepted = told.step is not DemoStep.DECLINED
    at += timedelta(days=14)
    one = advising.answer_advice(advice=one, accepted=accepted, answer=told.answer, by=None, at=at)
    if told.step >= DemoStep.DONE:
        at += timedelta(days=60)
        one = advising.carry_out_advice(advice=one, result=told.result, by=None, at=at)
    if told.step is DemoStep.REPORTED:
        at += timedelta(days=6)
        one = advising.report_advice(advice=one, said="", by=keeper, at=at)
    words = told.result or told.answer
    advising.publish_advice(advice=one, public_words=words, by=keeper, at=at + timedelta(days=3))


def _keep(groups: dict[str, Group], areas: list[Area], keeper: User) -> None:
    """The first year is settled and reported; districts gave rooms; planners marked them."""
    closing = _at(date(pilot().since.year + 1, 1, 10))
    for group in groups.values():
        settle_deduction(group=group, year=pilot().since.year, by=keeper, at=closing)
    for area in areas[:7]:
        provide_support(
            area=area,
            year=pilot().since.year,
            room="社区服务中心二楼一间（演示）",
            provided_on=pilot().since + timedelta(days=20),
            budget=Money.yuan(20_000),
            contact="城建办（演示）",
            by=None,
            at=closing,
        )
    waiting = [one for one in owing(day_of_the_pilot()) if one.standing is Standing.OVERDUE]
    for one in waiting[OPEN_REPORTS:]:
        late = timedelta(days=3 if one.owed.term.key == LATE_REPORT else 0)
        send_report(
            owed=one.owed,
            office=one.office if one.owed.term.author is Author.DISTRICT else None,
            words="按月到片区，及时函告、督促落实（演示）。",
            by=keeper,
            at=_at(one.owed.due) + late,
        )
    for nth, area in enumerate(areas):
        Evaluation.objects.create(
            area=area, year=pilot().since.year, score=82 + nth, said="配合较好（演示）", at=closing
        )
    for planner in Planner.objects.order_by("pk")[:6]:
        Evaluation.objects.create(planner=planner, year=pilot().since.year, score=90, by=keeper, at=closing)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), SHANGHAI)
