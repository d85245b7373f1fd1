"""联系名单: whom the townships' workers call, since no message has reached them."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from guangyue.accounts.models import User
from guangyue.audit.recording import record
from guangyue.entitlements.models import Call
from guangyue.kit.refusals import Refused
from guangyue.systems.offered import offered

UNREAD_FOR = timedelta(days=15)  # R11
TRIED_AGAIN_AFTER = timedelta(days=15)

# Whoever can apply for something and has no account, or has left a message about it unread. Whoever was
# called is on the list again for what came later; whom nobody answered, after a while.
LIST = """
    with reached as (
        select matches.id, matches.person_id, matches.township_id, matches.until,
            coalesce(matches.entitled_on, matches.first_seen) as since, persons.account_id is null as alone
        from entitlements_match as matches
        join registries_person as persons on persons.id = matches.person_id
        where matches.person_id between %(first)s and %(last)s
            and matches.state = 'entitled' and matches.code = any(%(codes)s)
            and (
                persons.account_id is null
                or exists (
                    select from entitlements_push as pushes
                    join notifications_notification as told on told.id = pushes.notification_id
                    where pushes.match_id = matches.id and told.read_at is null and told.at <= %(unread)s
                )
            )
            and not exists (
                select from entitlements_call as earlier
                where earlier.person_id = matches.person_id and earlier.outcome <> ''
                    and case when earlier.outcome = 'nobody' then earlier.noted_at > %(again)s
                        else earlier.noted_at::date >= coalesce(matches.entitled_on, matches.first_seen) end
            )
    )
    insert into entitlements_call as known (
        person_id, region_id, why, many, closes_on, opened_on, outcome, remark
    )
    select person_id, min(township_id), case when bool_and(alone) then 'no_account' else 'unread' end,
        count(*), min(until), %(on)s, '', ''
    from reached group by person_id
    on conflict (person_id) where outcome = '' do update set
        region_id = excluded.region_id, why = excluded.why, many = excluded.many,
        closes_on = excluded.closes_on
    where (known.region_id, known.why, known.many, known.closes_on)
        is distinct from (excluded.region_id, excluded.why, excluded.many, excluded.closes_on)
"""
# Who has applied meanwhile, or is not entitled any more, need not be called.
OVER = """
    delete from entitlements_call as known
    where person_id between %(first)s and %(last)s and outcome = '' and not exists (
        select from entitlements_match as matches
        where matches.person_id = known.person_id and matches.state = 'entitled'
            and matches.code = any(%(codes)s)
    )
"""


class CalledAlready(Refused):
    sentence = "这一位已经登记过联系结果。"


def list_calls(*, persons: range, on: date, at: datetime) -> None:
    if not persons:
        return
    given: dict[str, Any] = {
        "first": persons.start,
        "last": persons.stop - 1,
        "codes": [one.code for one in offered() if not one.offer.relief],
        "unread": at - UNREAD_FOR,
        "again": at - TRIED_AGAIN_AFTER,
        "on": on,
    }
    with connection.cursor() as cursor:
        cursor.execute(OVER, given)
        cursor.execute(LIST, given)


@transaction.atomic
def note_call(*, call: Call, outcome: str, remark: str, by: User, at: datetime) -> Call:
    """登记联系结果, once."""
    call = Call.objects.select_for_update().get(pk=call.pk)
    if call.outcome:
        raise CalledAlready
    call.outcome, call.remark, call.noted_by, call.noted_at = outcome, remark, by, at
    call.save()
    record(action="登记联系结果", subject=call, by=by, at=at)
    return call
