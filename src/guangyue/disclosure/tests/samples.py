"""Rows of notices for the table of who may open what (tests/test_access_table.py)."""

from datetime import date, timedelta

from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.disclosure.models import Notice
from guangyue.disclosure.services import draft_notice, raise_objection
from guangyue.disclosure.services.notices import Content, publish_notice, review_notice
from guangyue.gazette.document import Clause
from guangyue.organisations.models import Organisation, Region

CITES = Clause("东财社〔2019〕7号", "第四十七条")
COLUMNS = ("姓名", "身份证号", "金额（元）")
ROWS = (("张春生", "371502********1234", "2000.00"), ("李秋月", "371502********002X", "1550.00"))


def a_content(*rows: tuple[str, ...], title: str = "一次性创业补贴发放名单") -> Content:
    return Content(title, "", COLUMNS, rows or ROWS)


def a_draft(
    organisation: Organisation, *, by: User | None = None, content: Content | None = None, source: str = ""
) -> Notice:
    at = timezone.now()
    today = timezone.localdate(at)
    return draft_notice(
        kind=Notice.Kind.PAYMENT,
        content=content or a_content(),
        cites=CITES,
        organisation=organisation,
        since=today,
        until=today + timedelta(days=7),
        due_on=today + timedelta(days=20),
        by=by or a_user(),
        at=at,
        source=source,
    )


def a_published_notice(organisation: Organisation) -> Notice:
    at = timezone.now()
    reviewed = review_notice(notice=a_draft(organisation), by=a_user(), at=at)
    return publish_notice(notice=reviewed, by=a_user(), at=at)


def gone_by(notice: Notice, *, last: date) -> None:
    """As if its period had ended on that day."""
    Notice.objects.filter(pk=notice.pk).update(since=last, until=last)


def notice(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_draft(organisation).pk}


def objection(*, region: Region, organisation: Organisation) -> dict[str, object]:
    raised = raise_objection(
        notice=a_published_notice(organisation),
        about="张春生",
        text="他没有创业",
        name="",
        phone="",
        by=None,
        at=timezone.now(),
    )
    return {"pk": raised.pk}


SAMPLES = {
    "disclosure:desk_notice": notice,
    "disclosure:editing": notice,
    "disclosure:review": notice,
    "disclosure:sending_back": notice,
    "disclosure:publication": notice,
    "disclosure:withdrawal": notice,
    "disclosure:correction": notice,
    "disclosure:desk_objection": objection,
    "disclosure:objection_answer": objection,
}
LISTS = {
    "disclosure:desk_notices": "disclosure:desk_notice",
    "disclosure:desk_objections": "disclosure:desk_objection",
}
