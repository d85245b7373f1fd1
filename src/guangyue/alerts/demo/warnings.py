"""The demonstration's warnings: one in force since yesterday, one that is over, a drill before the winter.

All of them went the road that real ones go; moments are counted back from when the demonstration is loaded.
"""

from collections.abc import Callable
from datetime import datetime

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import Grant, User
from guangyue.accounts.roles import roles_allowing
from guangyue.alerts.declared import plan_day, response_plan
from guangyue.alerts.demo.road import (
    DAY,
    HOUR,
    REPORT,
    Office,
    answer_all,
    draft_checked,
    lift,
    make_public,
    publish,
    report_all,
)
from guangyue.alerts.models import Commander, PlanFiling, RegionalNotice, Warning
from guangyue.alerts.permissions import OBSERVE_AIR, RUN_ALERTS, SIGN_ALERTS
from guangyue.alerts.services.counties import CountyWarningSaid, publish_county_warning
from guangyue.alerts.services.filing import FilingSaid, file_plan
from guangyue.alerts.services.preparing import (
    DrillSaid,
    NoticeSaid,
    TrainingSaid,
    end_drill,
    enter_regional_notice,
    note_training,
    plan_drill,
)
from guangyue.alerts.services.reporting import enter_evaluation
from guangyue.kit.clocks import local_day
from guangyue.organisations.models import Region

Say = Callable[[str], None]
HELD_SINCE = 60 * DAY


def load_warnings(say: Say, *, at: datetime) -> None:
    """Once: what is there already is left alone."""
    office = _office()
    if office is None or Warning.objects.exists():
        say("重污染预警：没有指挥部人员，或者已经有预警，没有再载入")
        return
    _name_commanders(office, at=at - HELD_SINCE)
    _file(office, at=at - 50 * DAY)
    _train(office, at=at - 45 * DAY)
    _drill(office, at=at - 35 * DAY)
    _earlier(office, at=at - 20 * DAY)
    _warn_of_one_county(office, at=at - 30 * HOUR)
    _in_force(office, at=at)
    _practise(office, at=at)
    say("重污染预警 2 次（1 次生效中）、县级预警 1 次、演练 2 次（1 次待审批）")


def _office() -> Office | None:
    """The leaders were opened in the order in which the plan names them."""
    officer, forecaster = somebody_allowed(RUN_ALERTS), somebody_allowed(OBSERVE_AIR)
    granted = Grant.objects.filter(role__in=roles_allowing(SIGN_ALERTS)).values("user")
    signers = list(User.objects.filter(pk__in=granted).order_by("pk"))
    if officer is None or forecaster is None or len(signers) < len(response_plan().leaders):
        return None
    return Office(officer, forecaster, signers)


def _name_commanders(office: Office, *, at: datetime) -> None:
    Commander.objects.bulk_create(
        Commander(post=post, account=person, since=local_day(at), ground="演示数据", by=office.officer, at=at)
        for post, person in zip(response_plan().leaders, office.signers, strict=False)
    )


def _file(office: Office, *, at: datetime) -> None:
    """The city's own plan, and those of all counties but two."""
    day = plan_day()
    counties = Region.objects.of_county_level().on(local_day(at)).order_by("code")
    rows = [
        (PlanFiling.Kind.CITY, Region.objects.filter(kind=Region.Kind.CITY), "省应急工作小组"),
        (PlanFiling.Kind.COUNTY, counties[: max(len(counties) - 2, 0)], "市指挥部"),
    ]
    for kind, regions, filed_with in rows:
        for region in regions:
            said = FilingSaid(kind, region, f"{region}重污染天气应急指挥部", day, filed_with, day + 20 * DAY)
            file_plan(said=said, by=office.officer, at=at)


def _train(office: Office, *, at: datetime) -> None:
    city = Region.objects.filter(kind=Region.Kind.CITY).first()
    if city is not None:
        said = TrainingSaid(
            "重污染天气应急预案培训",
            local_day(at),
            "各县（市、区）指挥部办公室，清单企业环保负责人",
            "预警分级和审批，3 小时内通知部门，各级别的减排措施，佐证怎样提交",
            312,
            city,
            "考核合格率 97%",
        )
        note_training(said=said, by=office.officer, at=at)


def _drill(office: Office, *, at: datetime) -> None:
    """From the sheet to the lifting; what it showed is still to be decided upon."""
    scenario = "静稳高湿，连续三天 AQI 日均值大于 200，检验发布、签收、指令和督导。"
    drill = plan_drill(
        said=DrillSaid(f"{at.year}年采暖季前重污染天气应急演练", "orange", scenario, local_day(at)),
        by=office.officer,
        at=at - DAY,
    )
    warning = publish(office, "orange", lasts=3 * DAY, at=at, drill=drill)
    answer_all(warning, at=at)
    make_public(office, warning, at=at)
    lift(office, warning, at=at + 5 * HOUR, lifts_at=at + 6 * HOUR)
    report_all(office, warning, at=at + 20 * HOUR)
    end_drill(
        drill=drill,
        findings="审批、发布用时 40 分钟；两个县签收超过 1 小时，个别企业联系人已经变动。",
        improvements="联系人每季度核对；预警发布同时打电话。",
        filed_to="市应急管理局",
        revise="预案附件里的联系方式要改为在清单里随时更新。",
        by=office.officer,
        at=at + DAY,
    )


def _earlier(office: Office, *, at: datetime) -> None:
    """A yellow one, with its reports and its evaluation."""
    warning = publish(office, "yellow", lasts=2 * DAY, at=at)
    answer_all(warning, at=at)
    make_public(office, warning, at=at)
    ended = at + 4 * DAY
    lift(office, warning, at=ended - 12 * HOUR, lifts_at=ended)
    report_all(office, warning, at=ended + DAY, latest=ended + 8 * DAY)
    enter_evaluation(
        warning=warning,
        evaluator="环境科学研究机构（演示）",
        said=REPORT,
        by=office.officer,
        at=ended + 9 * DAY,
    )


def _warn_of_one_county(office: Office, *, at: datetime) -> None:
    """Some hours before the city's, which then takes over."""
    region = Region.objects.of_county_level().on(local_day(at)).order_by("code").first()
    if region is not None:
        text = f"{region}静稳高湿，预计出现重污染，请减少户外活动，工地停止土石方作业。"
        said = CountyWarningSaid(
            region, "yellow", text, at + 25 * HOUR, at + 3 * DAY, f"{region}指挥部指挥长（演示）"
        )
        publish_county_warning(said=said, by=office.officer, at=at)


def _in_force(office: Office, *, at: datetime) -> None:
    """Orange, since yesterday; most counties have told their departments, one was late, two still lack."""
    published = at - 26 * HOUR
    enter_regional_notice(
        said=NoticeSaid(
            RegionalNotice.Origin.PROVINCE,
            f"鲁环预警〔{at.year}〕演示",
            "orange",
            "西部内陆地区将出现区域性重污染过程，请达到条件的市启动橙色预警。",
            at,
            at + 3 * DAY,
            published - 3 * HOUR,
        ),
        by=office.officer,
        at=published - 2 * HOUR,
    )
    warning = publish(office, "orange", lasts=3 * DAY, at=published)
    answer_all(warning, at=published, but=2)
    make_public(office, warning, at=published)


def _practise(office: Office, *, at: datetime) -> None:
    """A drill of today, whose sheet waits for the deputy commander."""
    scenario = "夜间接到区域预警，检验值班、签批和发布是否及时。"
    drill = plan_drill(
        said=DrillSaid("夜间发布预警演练", "orange", scenario, local_day(at)), by=office.officer, at=at - DAY
    )
    draft_checked(office, "orange", lasts=2 * DAY, at=at, drill=drill)
