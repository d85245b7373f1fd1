"""医疗卫生监管 of a year on the desk: counties in their order, duty by duty, as a table and as a paper."""

from collections.abc import Iterator

from django.http.response import HttpResponseBase
from django.shortcuts import render

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.sheets import Value, export
from guangyue.kit.typesetting import answer_with
from guangyue.kit.wording import percent
from guangyue.kit.years import year_asked
from guangyue.supervision.permissions import SEE_SUPERVISION
from guangyue.systems.today import day_of_the_city
from liaocheng.medical_supervision.figures import FIRST_YEAR, Year, figures_of
from liaocheng.medical_supervision.report_paper import paper_of

COUNTY_HEADINGS = (
    "位次",
    "县（市、区）",
    "机构",
    "监管行为",
    "检查过的机构",
    "覆盖率",
    "不良执业行为",
    "记分",
    "重大处罚",
    "投诉",
    "应办结",
    "按期办结",
    "按期率",
    "黑名单",
    "重点监管",
)
DUTY_HEADINGS = ("编号", "职责", "牵头单位", "本年办理", "最近一次", "最近办理")


@needs(SEE_SUPERVISION)
def report(request: SignedInRequest) -> HttpResponseBase:
    """职责报告 and 县区排名, each also as a file."""
    told = _told(request)
    asked = request.GET.get("export")
    if asked == "counties":
        return export(f"医疗卫生监管县区排名{told.year}", COUNTY_HEADINGS, _county_rows(told), as_="xlsx")
    if asked == "duties":
        return export(f"医疗卫生监管职责报告{told.year}", DUTY_HEADINGS, _duty_rows(told), as_="xlsx")
    return render(request, "medical_supervision/report.html", {"told": told, "years": _years()})


@needs(SEE_SUPERVISION)
def paper(request: SignedInRequest) -> HttpResponseBase:
    """年度监管报告, to be signed and made public."""
    issuer = str(request.user.organisation or "")
    return answer_with(paper_of(_told(request), issuer=issuer, on=day_of_the_city()))


def _told(request: SignedInRequest) -> Year:
    return figures_of(request.scope, year_asked(request, _years()), on=day_of_the_city())


def _years() -> range:
    """From this one back to the first."""
    return range(day_of_the_city().year, FIRST_YEAR - 1, -1)


def _county_rows(told: Year) -> Iterator[tuple[Value, ...]]:
    for line in told.counties:
        found = line.figures
        yield (
            line.rank,
            line.place,
            found.institutions,
            found.acts,
            found.checked,
            percent(found.coverage),
            found.findings,
            found.points,
            found.penalties,
            found.complaints,
            found.due,
            found.in_time,
            percent(found.timeliness),
            found.black,
            found.key,
        )


def _duty_rows(told: Year) -> Iterator[tuple[Value, ...]]:
    for line in told.duties:
        worked = line.worked
        yield (
            line.duty.number,
            line.duty.title,
            "、".join(line.duty.led_by),
            worked.many if worked else None,
            worked.last if worked else None,
            worked.what if worked else "不在系统里办理",
        )
