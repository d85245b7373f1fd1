"""生成公示: what the documents want made public of a paid batch, masked, as a draft for a second person."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from guangyue.accounts.models import User
from guangyue.disclosure.models import Notice
from guangyue.disclosure.services import draft_notice, due_after
from guangyue.disclosure.services.notices import Content
from guangyue.funds.models import Batch
from guangyue.funds.refusals import WrongStep
from guangyue.gazette.document import Clause
from guangyue.grants.notices import mask_payee
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.refusals import Refused

PERSONS = ("姓名", "身份证号", "补贴标准", "金额（元）", "所属期")
FIRMS = ("单位名称", "统一社会信用代码", "补贴标准", "金额（元）", "所属期")


def notice_table(batch: Batch) -> tuple[list[str], list[list[str]]]:
    """姓名或者单位名称, 证件号码, 标准, 金额; and empty cells for what else must be made public of it."""
    offered = batch.offered
    funding = offered.system.funding if offered else None
    also = funding.also_published.get(offered.offer.key, ()) if offered and funding else ()
    lines = list(batch.lines.live().granted().select_related("decision").order_by("pk"))
    of_persons = any(line.decision.person_id for line in lines)
    rows = [
        [
            line.payee_name,
            mask_payee(line.payee_number),
            batch.standard,
            line.amount.plain(),
            line.period,
            *("" for _ in also),
        ]
        for line in lines
    ]
    return [*(PERSONS if of_persons else FIRMS), *also], rows


def notice_due(batch: Batch, *, at: datetime) -> date:
    """最迟公示日, counted from the day the treasury paid."""
    assert batch.paid_on is not None
    return due_after(datetime.combine(batch.paid_on, time(12), SHANGHAI), at=at)


def notice_of_batch(batch: Batch) -> Notice | None:
    """The one that stands for it, or is on its way."""
    rows = Notice.objects.filter(source=batch.notice_source)
    return rows.exclude(state__in=(Notice.State.WITHDRAWN, Notice.State.REPLACED)).first()


def disclose_batch(
    *, batch: Batch, content: Content, since: date, until: date, by: User, at: datetime
) -> Notice:
    """生成公示 of what was paid; another person reviews it before anything is public."""
    if not batch.is_paid:
        raise WrongStep("还没有拨付，不能公示。")
    if batch.organisation is None:
        raise WrongStep("编制人没有登记单位，不知道以哪个单位的名义公示。")
    columns, rows = notice_table(batch)
    if _of_the_ledger([content.columns, *content.rows]) != _of_the_ledger([columns, *rows]):
        raise Refused(f"前 {len(PERSONS)} 列和台账对不上，请不要改动这几列。", field="rows")
    offered = batch.offered
    funding = offered.system.funding if offered else None
    cites = funding.published_by if funding else Clause.parse(batch.lines.all()[0].decision.cites)
    return draft_notice(
        kind=Notice.Kind.PAYMENT,
        content=replace(content, amount=batch.amount),
        cites=cites,
        organisation=batch.organisation,
        since=since,
        until=until,
        due_on=notice_due(batch, at=at),
        by=by,
        at=at,
        source=batch.notice_source,
    )


def _of_the_ledger(table: Sequence[Sequence[str]]) -> list[list[str]]:
    """Its columns that the ledger says; those that follow are filled in by hand."""
    return [list(line[: len(PERSONS)]) for line in table]
