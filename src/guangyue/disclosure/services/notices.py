"""起草 → 审核 → 发布 → 归档: everything that changes a notice. No whole ID number gets past any of it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.audit.recording import record
from guangyue.disclosure.guard import exposures
from guangyue.disclosure.models import PUBLISHED_WITHIN, Line, Notice, NoticeMove
from guangyue.disclosure.refusals import ChangedSinceReview, ExposesSomebody, SameHand, WrongStep
from guangyue.gazette.document import Clause
from guangyue.jobs.declarations import job
from guangyue.kit.clocks import Clock, local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.money import Money
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation

State = Notice.State
RETURNED = "退回"
MOST_ROWS = 20_000
MOST_COLUMNS = 20
LONGEST_CELL = 500
ARROWS = {
    State.DRAFT: {State.DRAFT, State.REVIEWED, State.WITHDRAWN},
    State.REVIEWED: {State.DRAFT, State.PUBLISHED, State.WITHDRAWN},
    State.PUBLISHED: {State.ARCHIVED, State.REPLACED, State.WITHDRAWN},
    State.ARCHIVED: {State.REPLACED},
    State.REPLACED: set[Notice.State](),
    State.WITHDRAWN: set[Notice.State](),
}


@dataclass(frozen=True)
class Content:
    """What a notice says: the first column tells who it is about."""

    title: str
    text: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    amount: Money | None = None

    @property
    def contents(self) -> str:
        return hash_of(self.columns, self.rows)


def hash_of(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """名单指纹: SHA-256 of the heading and the cells, for whoever kept a copy."""
    said = json.dumps([list(columns), *map(list, rows)], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def due_after(happened: datetime, *, at: datetime) -> date:
    """最迟公示日, counted from what there is to make public."""
    return local_day(Clock(PUBLISHED_WITHIN, happened).due(HolidayNotice.objects.calendar(), at=at).moment)


def draft_notice(
    *,
    kind: Notice.Kind,
    content: Content,
    cites: Clause,
    organisation: Organisation,
    since: date,
    until: date,
    due_on: date,
    by: User,
    at: datetime,
    replaces: Notice | None = None,
    source: str = "",
) -> Notice:
    """起草: what was masked before it came here; with `replaces`, 更正."""
    check_content(content=content, by=by, at=at)
    _check_period(since, until, localdate(at))
    with transaction.atomic():
        if replaces:
            replaces = _locked(replaces, to=State.REPLACED)
            if Notice.objects.filter(replaces=replaces).exclude(state=State.WITHDRAWN).exists():
                raise WrongStep("这份公示已经有一份更正在办。")
        elif (
            source
            and Notice.objects.filter(source=source)
            .exclude(state__in=(State.WITHDRAWN, State.REPLACED))
            .exists()
        ):
            raise WrongStep("这件事已经有公示了。")
        notice = Notice.objects.create(
            kind=kind,
            cites=cites,
            organisation=organisation,
            since=since,
            until=until,
            due_on=due_on,
            drafted_by=by,
            replaces=replaces,
            source=source,
            **_said(content),
        )
        _write_lines(notice, content)
        NoticeMove.objects.create(notice=notice, state=notice.state, by=by, at=at, remark="起草")
    return notice


def redraft_notice(
    *, notice: Notice, content: Content, since: date, until: date, by: User, at: datetime
) -> Notice:
    """改稿: before it is published, by whoever then is its drafter; what was reviewed is reviewed again."""
    check_content(content=content, by=by, at=at)
    _check_period(since, until, localdate(at))
    with transaction.atomic():
        notice = _locked(notice, to=State.DRAFT)
        for name, value in _said(content).items():
            setattr(notice, name, value)
        notice.since, notice.until, notice.drafted_by = since, until, by
        notice.lines.all().delete()
        _write_lines(notice, content)
        return _move(notice, State.DRAFT, by, at, remark="改稿")


@transaction.atomic
def review_notice(*, notice: Notice, by: User, at: datetime) -> Notice:
    """审核, by somebody else than who drafted it."""
    notice = _locked(notice, to=State.REVIEWED)
    if notice.drafted_by_id == by.pk:
        raise SameHand
    return _move(notice, State.REVIEWED, by, at)


@transaction.atomic
def return_notice(*, notice: Notice, reason: str, by: User, at: datetime) -> Notice:
    """退回 to its drafter, with the reason."""
    return _move(
        _locked(notice, to=State.DRAFT), State.DRAFT, by, at, remark=f"{RETURNED}：{_stated(reason)}"
    )


def publish_notice(*, notice: Notice, by: User, at: datetime) -> Notice:
    """发布 what was reviewed, word for word; it is searched once more, line by line."""
    check_content(content=content_of(notice), by=by, at=at)
    with transaction.atomic():
        notice = _locked(notice, to=State.PUBLISHED)
        if content_of(notice).contents != notice.contents:
            raise ChangedSinceReview
        if notice.until < localdate(at):
            raise Refused("公示结束日期已经过了，请退回改稿。")
        notice.published_at, notice.published_by = at, by
        if notice.replaces:
            replaced = _locked(notice.replaces, to=State.REPLACED)
            replaced.lines.all().delete()
            _move(replaced, State.REPLACED, by, at, remark=f"由“{notice.title}”更正")
        return _move(notice, State.PUBLISHED, by, at)


@transaction.atomic
def withdraw_notice(*, notice: Notice, reason: str, by: User, at: datetime) -> Notice:
    """撤回: its lines go at once; the title and the reason stay."""
    notice = _locked(notice, to=State.WITHDRAWN)
    notice.lines.all().delete()
    return _move(notice, State.WITHDRAWN, by, at, remark=_stated(reason))


@job("disclosure.archive_notices", title="归档到期的公示")
def archive_notices(*, at: datetime) -> None:
    """归档: the day after the last the names go away; how many they were, and what they came to, stays."""
    for over in Notice.objects.over(localdate(at)):
        with transaction.atomic():
            notice = _locked(over, to=State.ARCHIVED)
            notice.lines.all().delete()
            _move(notice, State.ARCHIVED, None, at, remark="公示期满，名单撤下")


def check_content(*, content: Content, by: User, at: datetime) -> None:
    """The shape of the table, and that it exposes nobody; an attempt goes into the audit trail, masked."""
    if not content.columns or len(content.columns) > MOST_COLUMNS:
        raise Refused(f"名单要有 1 至 {MOST_COLUMNS} 列。", field="rows")
    if len(set(content.columns)) != len(content.columns) or not all(content.columns):
        raise Refused("列名不能空，也不能重复。", field="rows")
    if not content.rows or len(content.rows) > MOST_ROWS:
        raise Refused(f"名单要有 1 至 {MOST_ROWS:,} 行。", field="rows")
    for number, row in enumerate(content.rows, start=1):
        if len(row) != len(content.columns):
            raise Refused(f"第 {number} 行有 {len(row)} 列，列名有 {len(content.columns)} 列。", field="rows")
        if any(len(cell) > LONGEST_CELL for cell in row):
            raise Refused(f"第 {number} 行有一格超过 {LONGEST_CELL} 个字。", field="rows")
    found = list(
        exposures(
            texts={"标题": content.title, "说明": content.text},
            columns=content.columns,
            rows=content.rows,
            on=localdate(at),
        )
    )
    if found:
        detail = {"places": [str(one) for one in found[:20]], "many": len(found)}
        record(action="公示拦截", detail=detail, by=by, at=at)
        field = {"标题": "title", "说明": "text"}.get(found[0].where, "rows")
        raise ExposesSomebody(found, field=field)


def content_of(notice: Notice) -> Content:
    """What stands in the tables now."""
    rows = list(notice.lines.order_by("number").values_list("cells", flat=True))
    return Content(notice.title, notice.text, notice.columns, rows, notice.amount)


def _said(content: Content) -> dict[str, object]:
    return {
        "title": content.title,
        "text": content.text,
        "columns": list(content.columns),
        "many": len(content.rows),
        "amount": content.amount,
        "contents": content.contents,
    }


def _write_lines(notice: Notice, content: Content) -> None:
    Line.objects.bulk_create(
        (
            Line(notice=notice, number=number, name=row[0][:200], cells=list(row))
            for number, row in enumerate(content.rows, start=1)
        ),
        batch_size=2000,
    )


def _check_period(since: date, until: date, today: date) -> None:
    if until < since:
        raise Refused("公示结束日期不能早于开始日期。", field="until")
    if until < today:
        raise Refused("公示结束日期已经过了。", field="until")


def _stated(reason: str) -> str:
    if not reason.strip():
        raise Refused("要写明理由。", field="reason")
    return reason.strip()


def _locked(notice: Notice, *, to: Notice.State) -> Notice:
    """The notice as it stands now, if that step is open to it."""
    notice = Notice.objects.select_for_update(of=("self",)).select_related("replaces").get(pk=notice.pk)
    if to not in ARROWS[State(notice.state)]:
        raise WrongStep(f"这份公示现在是“{notice.get_state_display()}”，不能这样办理。")
    return notice


def _move(notice: Notice, to: Notice.State, by: User | None, at: datetime, *, remark: str = "") -> Notice:
    notice.state = to
    notice.save()
    NoticeMove.objects.create(notice=notice, state=to, by=by, at=at, remark=remark)
    return notice
