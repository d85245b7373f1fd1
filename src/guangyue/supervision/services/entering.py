"""登记: an act that an officer enters by hand, once he has learnt to."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.supervision.models import SupervisionAct
from guangyue.supervision.sending import Fault, SentAct
from guangyue.supervision.services.keeping import refuse_untrained
from guangyue.supervision.services.receiving import receive_act


@transaction.atomic
def enter_act(*, sent: SentAct, office: Organisation, by: User, at: datetime) -> SupervisionAct:
    """What cannot be taken is said at the field; nothing is kept of it."""
    refuse_untrained(by, at=at)
    received = receive_act(sent=sent, office=office, by=by, at=at)
    if isinstance(received, Fault):
        raise Refused(received.sentence, field=received.field)
    return received.act
