"""核对: owner proposes, 市司法局 checks the basis, 市行政审批局 the ten elements, and releases."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.plain import as_plain, fingerprint
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import Declaration
from guangyue.matters.models import Matter, MatterVersion
from guangyue.matters.refusals import (
    AnotherPersonChecks,
    BasisNotChecked,
    NotEditable,
    NothingChanged,
    NotWaiting,
    UnderWayAlready,
)
from guangyue.matters.releasing import NotReleasable, faults_of
from guangyue.matters.services.releasing import propose_version, release_version
from guangyue.organisations.models import Organisation

State = MatterVersion.State


@transaction.atomic
def begin_change(
    *, declaration: Declaration, owner: Organisation, reason: str, by: User, at: datetime
) -> MatterVersion:
    """提出变更: one at a time for a matter, so that nobody overwrites another's."""
    if not reason.strip():
        raise Refused("请写明变更的理由。", field="reason")
    matter = Matter.objects.select_for_update().filter(code=declaration.code).first()
    if matter and matter.versions.under_way().exists():
        raise UnderWayAlready
    return propose_version(declaration=declaration, owner=owner, reason=reason, by=by, at=at)


@transaction.atomic
def edit_version(
    *, version: MatterVersion, declaration: Declaration, by: User, at: datetime, seen: str = ""
) -> MatterVersion:
    """改稿: while it is a draft, or was sent back. `seen` is the fingerprint of what the editor had before
    him: whoever saves second is told."""
    version = _hold(version)
    if not version.can_be_edited:
        raise NotEditable
    if declaration.code != version.matter.code:
        raise Refused("事项的编码不能改。", field="code")
    if seen and seen != version.fingerprint:
        raise Refused("您打开以后别人改过这一稿，请刷新以后再改。")
    version.declaration, version.fingerprint = as_plain(declaration), fingerprint(declaration)
    version.proposed_by, version.proposed_at = by, at
    version.save()
    return version


@transaction.atomic
def submit_version(*, version: MatterVersion, by: User, at: datetime) -> MatterVersion:
    """送核对: only what could be released."""
    version = _hold(version)
    if not version.can_be_edited:
        raise NotEditable
    if faults := faults_of(version.declared):
        raise NotReleasable(faults)
    current = version.matter.current
    if current and current.fingerprint == version.fingerprint:
        raise NothingChanged
    version.state, version.submitted_at, version.said = State.CHECKING, at, ""
    version.basis_checked_by = version.basis_checked_at = None
    version.save()
    return version


@transaction.atomic
def check_basis(*, version: MatterVersion, by: User, at: datetime) -> MatterVersion:
    """合法性核对."""
    version = _waiting(version)
    if by.pk == version.proposed_by_id:
        raise AnotherPersonChecks
    version.basis_checked_by, version.basis_checked_at = by, at
    version.save()
    return version


@transaction.atomic
def approve_version(*, version: MatterVersion, since: date, by: User, at: datetime) -> MatterVersion:
    """统一要素核对并发布: by a third person, from today or a later day on."""
    version = _waiting(version)
    if version.basis_checked_by_id is None:
        raise BasisNotChecked
    if by.pk in (version.proposed_by_id, version.basis_checked_by_id):
        raise AnotherPersonChecks
    if since < local_day(at):
        raise Refused("生效日期不能早于今天。", field="since")
    return release_version(version=version, since=since, by=by, at=at)


@transaction.atomic
def send_back(*, version: MatterVersion, said: str, by: User, at: datetime) -> MatterVersion:
    """退回: with the reason, to whoever proposed it."""
    if not said.strip():
        raise Refused("请写明退回的理由。", field="said")
    version = _waiting(version)
    version.state, version.said = State.SENT_BACK, said
    version.basis_checked_by = version.basis_checked_at = None
    version.save()
    return version


@transaction.atomic
def give_up(*, version: MatterVersion, by: User, at: datetime) -> MatterVersion:
    """放弃: the matter stays as it is."""
    version = _hold(version)
    if not version.can_be_edited:
        raise NotEditable
    version.state = State.GIVEN_UP
    version.save()
    return version


def _hold(version: MatterVersion) -> MatterVersion:
    """The version as it is now; whoever else would change it waits."""
    Matter.objects.select_for_update().get(pk=version.matter_id)
    return MatterVersion.objects.select_related("matter__current", "matter__owner").get(pk=version.pk)


def _waiting(version: MatterVersion) -> MatterVersion:
    version = _hold(version)
    if version.state != State.CHECKING:
        raise NotWaiting
    return version
