"""复核: when a matter says something else, every theme that uses it is checked within ten working days."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.bundles.checking import faults
from guangyue.bundles.limits import CHECKED_WITHIN
from guangyue.bundles.models import Theme, ThemeCheck
from guangyue.bundles.refusals import WrongState
from guangyue.bundles.services.declared import declarations, fingerprints
from guangyue.bundles.services.themes import suspend_theme
from guangyue.jobs.declarations import job
from guangyue.kit.clocks import Clock
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused


@job("bundles.check_themes", title="复核事项已经变更的主题")
def check_themes(*, at: datetime) -> None:
    open_checks(at=at)


def open_checks(*, at: datetime) -> int:
    """Of all themes that are offered; how many are to be checked now that were not before."""
    themes = list(Theme.objects.offered().select_related("current"))
    codes = {code for theme in themes if theme.current for code in theme.current.designed.matters}
    now = fingerprints(codes)
    return sum(bool(_open_check(theme, {**now}, at=at)) for theme in themes)


def changed_matters(theme: Theme, now: dict[str, str]) -> dict[str, str]:
    """What its matters say now that neither its version nor a later check has seen."""
    version = theme.current
    if version is None or version.released_at is None:
        return {}
    seen = dict(version.matters)
    for check in theme.checks.filter(opened_at__gte=version.released_at).order_by("pk"):
        seen |= check.matters
    return {
        code: now.get(code, "") for code in version.designed.matters if now.get(code, "") != seen.get(code)
    }


@transaction.atomic
def finish_check(*, check: ThemeCheck, passed: bool, said: str, by: User | None, at: datetime) -> ThemeCheck:
    """复核结论: one that fails suspends the theme for new applications."""
    check = ThemeCheck.objects.select_for_update().select_related("theme").get(pk=check.pk)
    if check.done_at:
        raise WrongState
    if not said.strip():
        raise Refused("请写明复核的结论。", field="said")
    if passed and (found := faults_now(check.theme)):
        raise Refused(f"还不能通过：{''.join(found)}")
    check.passed, check.said, check.by, check.done_at = passed, said.strip()[:500], by, at
    check.save()
    if not passed and check.theme.offered:
        suspend_theme(theme=check.theme, reason=f"复核没有通过：{check.said}"[:400], by=by, at=at)
    return check


def faults_now(theme: Theme) -> list[str]:
    """What the matters as they are now make of the version in force."""
    if theme.current is None:
        return []
    design = theme.current.designed
    return [fault.said for fault in faults(design, declarations(design.matters))]


@transaction.atomic
def _open_check(theme: Theme, now: dict[str, str], *, at: datetime) -> ThemeCheck | None:
    """What no longer can be merged fails at once."""
    theme = Theme.objects.select_for_update(of=("self",)).select_related("current").get(pk=theme.pk)
    changed = changed_matters(theme, now)
    if not changed or theme.checks.open().exists():
        return None
    due = Clock(CHECKED_WITHIN, at).due(HolidayNotice.objects.calendar(), at=at).moment
    check = ThemeCheck.objects.create(theme=theme, matters=changed, opened_at=at, due=due)
    if found := faults_now(theme):
        finish_check(check=check, passed=False, said="".join(found), by=None, at=at)
    return check
