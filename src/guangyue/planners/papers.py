"""扣减表和报告 as papers: the same figures for PDF and for Word."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from guangyue.kit.limits import month_end
from guangyue.kit.money import Money
from guangyue.kit.pictures import Chart, Kind, Series
from guangyue.kit.plain import from_plain
from guangyue.kit.typesetting import Bars, OfficialPaper, Part, PlainPaper, Table
from guangyue.kit.typesetting.papers import Side
from guangyue.kit.wording import day, percent
from guangyue.planners.declared import pilot
from guangyue.planners.figures import Figures
from guangyue.planners.models import Report, Visit
from guangyue.planners.models.people import PlannerGroupQuerySet
from guangyue.planners.pilot import Author
from guangyue.planners.serving import ServedYear

HEADERS = (
    "片区",
    "应到月数",
    "缺的月数",
    "应服务天数",
    "服务天数",
    "扣减比例",
    "服务费（元）",
    "扣减（元）",
    "核定",
)
WIDTHS = (4, 1.7, 1.7, 2.2, 1.8, 2.2, 3.4, 3.4, 2.4)
SIDES: tuple[Side, ...] = ("left", "right", "right", "right", "right", "right", "right", "right", "left")


def rows_of(served: Iterable[ServedYear]) -> Iterator[tuple[str, ...]]:
    for one in served:
        counted = one.counted
        yield (
            one.group.area.name,
            str(counted.months),
            str(counted.missed),
            f"{float(counted.days_due):g}",
            str(counted.days),
            percent(counted.rate),
            one.fee.plain(),
            one.amount.plain(),
            "已核定" if one.settled else "未核定",
        )


def deduction_paper(served: Sequence[ServedYear], year: int, *, on: date) -> PlainPaper:
    whole = sum((one.amount for one in served), Money(0))
    terms = pilot()
    return PlainPaper(
        title=f"责任规划师小组{year}年度服务费扣减表",
        dated=on,
        body=(
            Table(HEADERS, list(rows_of(served)), widths=WIDTHS, alignments=SIDES),
            f"合计扣减 {whole}。",
            f"每月到片区至少 1 次、全年不少于 {terms.days_a_year} 天，短缺比例大的一项乘以服务费为扣减。",
            f"在片区满 {terms.hours_of_a_day} 小时计 1 天，不满一年的按月折算。",
        ),
    )


def months_chart(groups: PlannerGroupQuerySet, months: Sequence[date], *, on: date) -> Chart:
    """Visits month by month, and how many groups did not come."""
    rows = list(groups.values_list("pk", flat=True))
    made = Visit.objects.made().filter(group__in=rows, day__lte=on)
    came = [list(made.between(first, month_end(first)).values_list("group", flat=True)) for first in months]
    return Chart(
        "planner-months",
        "每月到片区的次数和没有到的小组",
        Kind.BARS,
        tuple(f"{first:%Y-%m}" for first in months),
        (
            Series("到片区次数", tuple(len(one) for one in came)),
            Series("没有到的小组", tuple(len(rows) - len(set(one)) for one in came)),
        ),
        "次、个",
        "规划师登记的服务",
    )


def kept_figures(report: Report) -> Figures:
    return from_plain(Figures, report.content)


def report_paper(report: Report) -> OfficialPaper:
    term = pilot().report(report.kind)
    issuer = report.office.name if report.office else _issuer(term.author)
    return OfficialPaper(
        issuer=issuer,
        number="",
        title=f"{issuer}关于{report.title.removeprefix(issuer)}的报告",
        dated=report.sent_on,
        addressed_to=term.to,
        body=tuple(_body(kept_figures(report), report.words)),
        two_sided=False,
    )


def _issuer(author: Author) -> str:
    return pilot().office if author is Author.OFFICE else author.value


def _body(told: Figures, words: str) -> Iterator[Part]:
    yield f"现将{day(told.since)}至{day(told.until)}责任规划师工作情况报告如下。"
    yield "一、到片区服务"
    yield (
        f"{len(told.groups)} 个小组到片区 {told.visits} 次，计 {told.days} 个服务日，"
        f"与主要负责同志当面交流 {sum(one.talks for one in told.groups)} 次；"
        f"没有到片区的小组月 {told.missed} 个。"
    )
    if told.groups:
        yield Bars(
            "各片区服务日和意见建议",
            [one.area for one in told.groups],
            (("服务日", [one.days for one in told.groups]), ("提出建议", [one.given for one in told.groups])),
        )
        yield Table(
            ("片区", "到片区", "服务日", "当面交流", "缺的月", "提出建议", "已落实", "未落实"),
            [
                (
                    one.area,
                    *map(str, (one.visits, one.days, one.talks, one.missed, one.given, one.done, one.open)),
                )
                for one in told.groups
            ],
            widths=(6, 2, 2, 2.4, 2, 2.4, 2, 2),
            alignments=("left", *("right",) * 7),
        )
    yield "二、意见建议办理"
    yield (
        f"新提出 {told.given} 条，采纳 {told.accepted} 条，不采纳 {told.declined} 条，落实 {told.done} 条；"
        f"期末没有结果的 {len(told.open)} 条，其中超期未答复 {told.late} 条。"
    )
    yield from _open_parts(told)
    if words:
        yield "三、经验、问题和下一步打算"
        yield from (line.strip() for line in words.splitlines() if line.strip())


def _open_parts(told: Figures) -> Iterator[Part]:
    if not told.open:
        return
    yield Table(
        ("编号", "片区", "题目", "状态", "答复期限"),
        [
            (
                one.number,
                one.area,
                one.topic,
                f"{one.state}（超期）" if one.late else one.state,
                f"{one.due:%Y-%m-%d}" if one.due else "—",
            )
            for one in told.open
        ],
        title="没有结果的意见建议",
        widths=(4.4, 3.6, 6, 3, 3),
        alignments=("left", "left", "left", "left", "center"),
    )
