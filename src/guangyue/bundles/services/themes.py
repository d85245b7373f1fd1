"""主题从设计到发布: designing, joint review, release, change, suspension and cancelling."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.bundles.checking import faults
from guangyue.bundles.design import Design
from guangyue.bundles.models import Assent, Theme, ThemeVersion
from guangyue.bundles.refusals import DesignChanged, NotAllAgree, NotFit, OwnDesign, WrongState
from guangyue.bundles.services.declared import declarations, fetched, fingerprints
from guangyue.gazette.document import Clause
from guangyue.kit.check_codes import new_check_code
from guangyue.kit.clocks import local_day
from guangyue.kit.plain import as_plain, fingerprint
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation

State = Theme.State


@transaction.atomic
def open_theme(
    *,
    key: str,
    title: str,
    circle: str,
    origin: str,
    design: Design,
    by: User | None,
    at: datetime,
    about: str = "",
    icon: str = "",
    cites: Clause | None = None,
    pilot: bool = False,
) -> Theme:
    """A theme with its first version, in design."""
    theme, is_new = Theme.objects.get_or_create(
        title=title,
        defaults={
            "key": key,
            "about": about,
            "icon": icon or "stack-2",
            "circle": circle,
            "origin": origin,
            "lead": Organisation.objects.get(key=design.lead),
            "cites": cites,
            "pilot": pilot,
        },
    )
    if not is_new:
        raise Refused("已经有这个名称的主题。", field="title")
    _new_version(theme, design, at=at)
    _move(theme, State.DESIGN, by=by, at=at, said="新建")
    return theme


@transaction.atomic
def save_design(*, theme: Theme, design: Design, seen: str, at: datetime) -> ThemeVersion:
    """保存设计: of the version that is worked on; `seen` is the mark of the design that was changed, so that
    of two who change it at once the second looks again."""
    theme = _hold(theme)
    if not theme.is_editable:
        raise WrongState
    version = latest_version(theme)
    if version.fingerprint != seen:
        raise DesignChanged
    version.design, version.fingerprint, version.saved_at = as_plain(design), fingerprint(design), at
    version.save()
    if theme.current_id is None:
        theme.lead = Organisation.objects.get(key=design.lead)
        theme.save(update_fields=["lead"])
    return version


@transaction.atomic
def send_to_review(*, theme: Theme, by: User, at: datetime) -> Theme:
    """送联审: all departments of the theme are asked whether they agree to the merged set."""
    theme = _hold(theme)
    if not theme.is_editable:
        raise WrongState
    version = latest_version(theme)
    _refuse_unfit(version.designed)
    version.agreements.all().delete()
    departments = Organisation.objects.filter(key__in=version.designed.departments)
    Assent.objects.bulk_create(Assent(version=version, organisation=one, asked_at=at) for one in departments)
    return _move(theme, State.REVIEW, by=by, at=at)


@transaction.atomic
def answer_review(*, agreement: Assent, agrees: bool, said: str, by: User, at: datetime) -> Assent:
    """联审意见, by somebody else than whoever sent it: one objection, with its reason, sends it back."""
    theme = _hold(agreement.version.theme)
    agreement = Assent.objects.select_for_update().get(pk=agreement.pk)
    if theme.state != State.REVIEW or agreement.at:
        raise WrongState
    if sent_to_review_by(theme) == by.pk:
        raise OwnDesign
    if not agrees and not said.strip():
        raise Refused("请写明不同意的理由。", field="said")
    agreement.agrees, agreement.said, agreement.by, agreement.at = agrees, said.strip(), by, at
    agreement.save()
    if not agrees:
        back = State.CHANGING if theme.current_id else State.DESIGN
        _move(theme, back, by=by, at=at, said=f"{agreement.organisation}不同意：{agreement.said}")
    return agreement


@transaction.atomic
def release_theme(*, theme: Theme, by: User | None, at: datetime) -> Theme:
    """发布: once all agree, and the matters still are as the design takes them."""
    theme = _hold(theme)
    version = latest_version(theme)
    if theme.state != State.REVIEW or version.released_at:
        raise WrongState
    if version.agreements.exclude(agrees=True).exists():
        raise NotAllAgree
    return put_in_force(theme, version, by=by, at=at)


@transaction.atomic
def change_theme(*, theme: Theme, by: User, at: datetime) -> Theme:
    """变更: a new version to work on, the one in force stays open."""
    theme = _hold(theme)
    if theme.state not in (State.RELEASED, State.SUSPENDED):
        raise WrongState
    _new_version(theme, latest_version(theme).designed, at=at)
    return _move(theme, State.CHANGING, by=by, at=at)


@transaction.atomic
def suspend_theme(*, theme: Theme, reason: str, by: User | None, at: datetime) -> Theme:
    """暂停: for new applications; those under way go on."""
    theme = _hold(theme)
    if not theme.offered:
        raise WrongState
    theme.offered = False
    state = State.SUSPENDED if theme.state == State.RELEASED else State(theme.state)
    return _move(theme, state, by=by, at=at, said=f"暂停办理：{reason}")


@transaction.atomic
def resume_theme(*, theme: Theme, by: User, at: datetime) -> Theme:
    """恢复: with the version that was in force, if it is still fit."""
    theme = _hold(theme)
    if theme.state != State.SUSPENDED or theme.current is None:
        raise WrongState
    _refuse_unfit(theme.current.designed)
    theme.offered = True
    return _move(theme, State.RELEASED, by=by, at=at, said="恢复办理")


@transaction.atomic
def cancel_theme(*, theme: Theme, reason: str, by: User, at: datetime) -> Theme:
    theme = _hold(theme)
    if theme.state == State.CANCELLED:
        raise WrongState
    theme.offered = False
    return _move(theme, State.CANCELLED, by=by, at=at, said=reason)


def put_in_force(theme: Theme, version: ThemeVersion, *, by: User | None, at: datetime) -> Theme:
    """The version is what is offered; with it stays what its matters said."""
    design = version.designed
    _refuse_unfit(design)
    version.matters = dict(fingerprints(design.matters))
    version.fetched = dict(fetched(theme.key, on=local_day(at)))
    version.released_at = at
    version.save()
    theme.lead = Organisation.objects.get(key=design.lead)
    theme.current, theme.offered = version, True
    return _move(theme, State.RELEASED, by=by, at=at, said=f"第 {version.number} 版")


def sent_to_review_by(theme: Theme) -> int | None:
    """Who asked for the review that goes on."""
    sent = theme.moves.filter(state=State.REVIEW).order_by("-pk").values_list("by", flat=True)
    return sent.first()


def latest_version(theme: Theme) -> ThemeVersion:
    return theme.versions.order_by("-number")[:1].get()


def free_key() -> str:
    """A slug for a theme that is made on a page."""
    return f"theme-{new_check_code().lower()}"


def _refuse_unfit(design: Design) -> None:
    if found := [fault.said for fault in faults(design, declarations(design.matters))]:
        raise NotFit(found)


def _new_version(theme: Theme, design: Design, *, at: datetime) -> ThemeVersion:
    return ThemeVersion.objects.create(
        theme=theme,
        number=theme.versions.count() + 1,
        design=as_plain(design),
        fingerprint=fingerprint(design),
        saved_at=at,
    )


def _hold(theme: Theme) -> Theme:
    rows = Theme.objects.select_related("current").select_for_update(of=("self",))
    return rows.get(pk=theme.pk)


def _move(theme: Theme, state: State, *, by: User | None, at: datetime, said: str = "") -> Theme:
    theme.state = state
    theme.save()
    theme.moves.create(state=state, by=by, at=at, said=said[:500])
    return theme
