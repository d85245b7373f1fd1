"""月报、年报 of ratings and complaints: as a paper to be read, and as tables for the appraisal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import timezone

from guangyue.kit.sheets import Value
from guangyue.kit.typesetting import Part, PlainPaper, Table
from guangyue.kit.wording import day, percent
from guangyue.ratings.models import Complaint, Violation
from guangyue.ratings.statistics import (
    Line,
    Period,
    channels,
    departments,
    halls,
    matters,
    rating_rates,
    whole,
    windows,
)

HEADINGS = ("名称", "得分", "评价份数", "差评份数", "差评率")
BEST, WORST = 10, 10


@dataclass(frozen=True)
class Feed:
    """供数: a table that another system of the city takes in."""

    key: str
    title: str
    headings: tuple[str, ...]


APPRAISAL = Feed("appraisal", "评价得分（供考核）", (*HEADINGS, "核查不计入"))
LATE = Feed("late", "吐槽迟复和擅自拒绝（供督查）", ("种类", "编号", "单位", "人员", "期限", "答复时间"))
TO_SIMPLIFY = Feed("to-simplify", "差评较多的事项（供事项精简）", HEADINGS)
STAFF = Feed("staff", "窗口得分（供窗口考核）", HEADINGS)
FEEDS = {feed.key: feed for feed in (APPRAISAL, LATE, TO_SIMPLIFY, STAFF)}


def rows_of(feed: Feed, period: Period) -> Iterator[Sequence[Value]]:
    match feed.key:
        case APPRAISAL.key:
            return ((*cells(line), line.not_counted) for line in departments(period))
        case TO_SIMPLIFY.key:
            return (cells(line) for line in _worst(matters(period)))
        case STAFF.key:
            return (cells(line) for line in windows(period))
    return _late(period)


def cells(line: Line) -> tuple[Value, ...]:
    score = line.score
    return (line.title, score.score(), score.counted, score.bad, score.bad_rate)


def as_paper(period: Period, *, title: str, author: str) -> PlainPaper:
    by_department, by_hall, by_matter = departments(period), halls(period), matters(period)
    total = whole(by_department)
    received = Complaint.objects.filter(received_at__range=period.moments)
    opening = (
        f"{day(period.since)}至{day(period.until)}，计入得分的评价 {total.counted:,} 份，"
        f"差评率 {percent(total.bad_rate)}，全市得分 {total.said()}。"
        f"收到吐槽 {received.count():,} 件，已答复 {received.exclude(replied_at=None).count():,} 件。"
        "样本不足十份的不计分；核查不属实的不计入。窗口人员以窗口号表示。"
    )
    body: list[Part] = [
        opening,
        _table("一、部门", by_department),
        _table("二、大厅", by_hall),
        _table("三、得分较高的事项", [one for one in by_matter if one.score.is_rated()][:BEST]),
        _table("四、得分较低的事项", _worst(by_matter)),
        _table("五、渠道", channels(period)),
        _rates(period),
    ]
    return PlainPaper(title=title, dated=timezone.localdate(), author=author, body=body)


def _worst(lines: Sequence[Line]) -> list[Line]:
    rated = [line for line in lines if line.score.is_rated()]
    return sorted(rated, key=lambda line: (line.score.mean or 0, line.title))[:WORST]


def _table(title: str, lines: Sequence[Line]) -> Table:
    rows = [
        (line.title, line.score.said(), f"{line.score.counted:,}", percent(line.score.bad_rate))
        for line in lines
    ]
    return Table(("名称", "得分", "份数", "差评率"), rows or [("—", "—", "—", "—")], title=title)


def _rates(period: Period) -> Table:
    rows = [
        (one.title, f"{one.finished:,}", f"{one.rated:,}", percent(one.rate)) for one in rating_rates(period)
    ]
    return Table(("渠道", "办结", "已评", "参评率"), rows or [("—", "—", "—", "—")], title="六、参评率")


def _late(period: Period) -> Iterator[Sequence[Value]]:
    received = Complaint.objects.filter(received_at__range=period.moments).select_related("unit", "officer")
    for one in received.order_by("pk"):
        if (one.replied_at or timezone.now()) > one.due and one.merged_into_id is None:
            officer = one.officer.name if one.officer else ""
            yield ("迟复", one.number, one.unit.name, officer, one.due, one.replied_at)
    found = Violation.objects.filter(found_at__range=period.moments)
    for violation in found.select_related("complaint", "unit", "person").order_by("pk"):
        person = violation.person.name if violation.person else ""
        yield ("擅自拒绝", violation.complaint.number, violation.unit.name, person, None, violation.found_at)
