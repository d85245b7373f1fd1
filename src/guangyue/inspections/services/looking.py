"""查看名单: until the reveal nobody reads a name of a batch without leaving his own."""

from collections.abc import Iterable
from datetime import datetime

from guangyue.accounts.models import User
from guangyue.inspections.models import Batch, LookAtNames, Visit
from guangyue.kit.refusals import Refused

OWN_TASK = "本人承担的检查"


def look_at_names(*, batch: Batch, purpose: str, by: User, at: datetime) -> None:
    """Written down before anything is shown; what is revealed needs no purpose."""
    if batch.is_revealed:
        return
    if not purpose.strip():
        raise Refused("要写明查看名单的用途。", field="purpose")
    LookAtNames.objects.create(batch=batch, by=by, at=at, purpose=purpose.strip())


def look_at_visits(*, visits: Iterable[Visit], by: User, at: datetime) -> None:
    """The same for one's own visits, once for each batch that they are of."""
    batches = {visit.batch for visit in visits if visit.batch is not None and not visit.batch.is_revealed}
    LookAtNames.objects.bulk_create(
        LookAtNames(batch=batch, by=by, at=at, purpose=OWN_TASK) for batch in batches
    )
