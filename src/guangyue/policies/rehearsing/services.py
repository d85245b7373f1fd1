"""草稿: begun, changed, shared, copied, put away. Rehearsed, it is judged as it is at that moment."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.refusals import Refused
from guangyue.policies.figures import standing_table
from guangyue.policies.models import Draft, Rehearsal
from guangyue.policies.models.drafts import LONGEST_TITLE
from guangyue.policies.rehearsing.changes import Changes, FigureChange, read, written
from guangyue.policies.rehearsing.runs import begin_rehearsal
from guangyue.policies.rehearsing.touched import outdated, touched
from guangyue.rules.authoring import Rule
from guangyue.rules.redrafting import Changes as Said
from guangyue.rules.redrafting import redraft

MOST_MONTHS = 24
COPY = "（副本）"


class NotYourDraft(Refused):
    sentence = "只有起草人可以修改这份草稿；您可以另存一份，再改自己的。"


class PutAway(Refused):
    sentence = "这份草稿已经归档，恢复以后才能修改、预演。"


class NothingChanged(Refused):
    sentence = "草稿里还没有改动，先改一个参数或者一条规则。"


class NobodyTouched(Refused):
    sentence = "这些改动没有影响到能在名录里找人的政策，预演不出人数。"


class RuleHasChanged(Refused):
    def __init__(self, codes: set[str]) -> None:
        super().__init__(
            f"草稿起草以后规则 {'、'.join(sorted(codes))} 已经改版，请删去对它的改动，重新选择。"
        )


class SameFigure(Refused):
    sentence = "这一天本来就是这个数值，没有改动。"


def begin_draft(*, title: str, notes: str, by: User, at: datetime) -> Draft:
    return Draft.objects.create(
        title=title, notes=notes, changes=written(Changes()), made_by=by, made_at=at, changed_at=at
    )


@transaction.atomic
def rename_draft(*, draft: Draft, title: str, notes: str, by: User, at: datetime) -> None:
    draft = _own(draft, by)
    draft.title, draft.notes = title, notes
    _save(draft, at)


@transaction.atomic
def change_figure(*, draft: Draft, changed: FigureChange, by: User, at: datetime) -> None:
    """Refused where the figure is so anyway."""
    draft = _own(draft, by)
    standing = standing_table(known_at=at)
    if standing(changed.key, changed.region, changed.since) == changed.value:
        raise SameFigure(field="value")
    _keep(draft, read(draft.changes).with_figure(changed), at)


@transaction.atomic
def drop_figure(*, draft: Draft, number: int, by: User, at: datetime) -> None:
    draft = _own(draft, by)
    _keep(draft, read(draft.changes).without_figure(number), at)


@transaction.atomic
def change_rule(*, draft: Draft, code: str, version: Rule, said: Said, by: User, at: datetime) -> None:
    """All that is otherwise in one version; nothing at all takes it out of the draft."""
    draft = _own(draft, by)
    redraft(version, said)
    _keep(draft, read(draft.changes).with_rule(code, version, said), at)


@transaction.atomic
def drop_rule(*, draft: Draft, code: str, fingerprint: str, by: User, at: datetime) -> None:
    draft = _own(draft, by)
    _keep(draft, read(draft.changes).without_rule(code, fingerprint), at)


@transaction.atomic
def share_draft(*, draft: Draft, shared: bool, by: User, at: datetime) -> None:
    """同事可见, or not any more."""
    draft = _own(draft, by)
    draft.shared = shared
    _save(draft, at)


@transaction.atomic
def archive_draft(*, draft: Draft, archived: bool, by: User, at: datetime) -> None:
    """归档, or taken out again."""
    draft = _locked(draft)
    _require_maker(draft, by)
    draft.archived_at = at if archived else None
    _save(draft, at)


def copy_draft(*, draft: Draft, by: User, at: datetime) -> Draft:
    """另存: one's own, with the same changes; the other stays as it is."""
    return Draft.objects.create(
        title=f"{draft.title[: LONGEST_TITLE - len(COPY)]}{COPY}",
        notes=draft.notes,
        changes=draft.changes,
        made_by=by,
        made_at=at,
        changed_at=at,
    )


@transaction.atomic
def rehearse_draft(*, draft: Draft, on: date, months: int, by: User, at: datetime) -> Rehearsal:
    """预演, by anybody who sees it."""
    draft = _locked(draft)
    if draft.archived_at:
        raise PutAway
    changes = read(draft.changes)
    if not changes:
        raise NothingChanged
    if codes := outdated(changes):
        raise RuleHasChanged(codes)
    policies = list(touched(changes))
    if not policies:
        raise NobodyTouched
    return begin_rehearsal(
        draft=draft, changes=changes, policies=policies, on=on, months=months, by=by, at=at
    )


def _locked(draft: Draft) -> Draft:
    return Draft.objects.select_for_update().get(pk=draft.pk)


def _own(draft: Draft, by: User) -> Draft:
    """As it is now, to be changed."""
    draft = _locked(draft)
    _require_maker(draft, by)
    if draft.archived_at:
        raise PutAway
    return draft


def _require_maker(draft: Draft, by: User) -> None:
    if draft.made_by_id != by.pk:
        raise NotYourDraft


def _keep(draft: Draft, changes: Changes, at: datetime) -> None:
    draft.changes = written(changes)
    _save(draft, at)


def _save(draft: Draft, at: datetime) -> None:
    draft.changed_at = at
    draft.save()
