"""告知: who hears of a sheet or a warning. Of an exercise everybody reads first that it is one."""

from datetime import datetime

from guangyue.accounts.holdings import holders_of
from guangyue.accounts.models import User
from guangyue.alerts.commanding import holders_of_post
from guangyue.alerts.models import RegionalNotice, Sheet, Warning
from guangyue.alerts.permissions import ANSWER_ALERTS, RUN_ALERTS
from guangyue.notifications.services import notify
from guangyue.organisations.models import Region

EXERCISE = "【演练】"


def marked(about: Sheet | Warning, words: str) -> str:
    return f"{EXERCISE}{words}" if about.exercise else words


def tell_signers(sheet: Sheet, post: str, *, at: datetime) -> None:
    """Whoever may sign as this post."""
    for person in holders_of_post(post, at=at):
        _tell(
            person,
            marked(sheet, f"{sheet.level.title}{sheet.get_kind_display()}审批表待签"),
            f"审批表 {sheet.number} {sheet.get_state_display()}，请及时办理。",
            sheet.get_absolute_url(),
            f"alerts.sheet-{sheet.pk}-{sheet.state}-{sheet.moves.count()}",
            at=at,
        )


def tell_of_notice(notice: RegionalNotice, *, at: datetime) -> None:
    """立即上报: whoever signs for a warning of this level."""
    for person in holders_of_post(notice.level.approver, at=at):
        _tell(
            person,
            f"收到{notice}（{notice.level.title}）",
            "指挥部办公室将按区域预警起草审批表，请及时签发。",
            notice.get_absolute_url(),
            f"alerts.regional-{notice.pk}",
            at=at,
        )


def tell_office(about: Sheet | Warning, title: str, body: str, key: str, *, at: datetime) -> None:
    for person, _ in holders_of(RUN_ALERTS, at=at):
        _tell(person, marked(about, title), body, about.get_absolute_url(), key, at=at)


def tell_county(
    warning: Warning, region: Region, title: str, body: str, *, link: str, key: str, at: datetime
) -> None:
    """Whoever answers for the county, and does not answer for all of them."""
    for person, scope in holders_of(ANSWER_ALERTS, at=at):
        if scope.covers(region=region.code):
            _tell(person, marked(warning, title), body, link, f"{key}-{region.code}", at=at)


def _tell(person: User, title: str, body: str, link: str, key: str, *, at: datetime) -> None:
    notify(to=person, title=title, body=body, link=link, key=key, at=at)
