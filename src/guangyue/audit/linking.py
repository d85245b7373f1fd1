"""Records into the chain, in batches: a trigger would make all writers wait for each other."""

from datetime import datetime

from django.db import connection, transaction

from guangyue.audit.chain import ALGORITHM, Head, seal
from guangyue.audit.models import Anchor, Link

LOCK = 815_001
BATCH = 5_000

WAITING = """
select record.id, audit_text(record)
from audit_unlinked join audit_record record on record.id = audit_unlinked.record_id
order by record.id limit %s
"""


def link_records() -> int:
    """Seal all records that wait, in the order of their numbers. How many there were."""
    linked = 0
    while batch := _link_batch():
        linked += batch
    return linked


@transaction.atomic
def _link_batch() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        head = current_head()
        cursor.execute(WAITING, [BATCH])
        links: list[Link] = []
        for record, text in cursor.fetchall():
            head = Head(head.number + 1, seal(head.digest, head.number + 1, ALGORITHM, text))
            links.append(Link(number=head.number, record_id=record, algorithm=ALGORITHM, digest=head.digest))
        Link.objects.bulk_create(links)
        cursor.execute(
            "delete from audit_unlinked where record_id = any(%s)", [[link.record_id for link in links]]
        )
    return len(links)


def current_head() -> Head:
    last = Link.objects.order_by("-number").first()
    return Head(last.number, last.digest) if last else Head()


def set_anchor(*, at: datetime) -> Anchor | None:
    """留存链头: note down what the chain has come to; None where nothing was added since the last time."""
    head = current_head()
    if not head.number:
        return None
    anchor, made = Anchor.objects.get_or_create(
        link_id=head.number, defaults={"digest": head.digest, "at": at}
    )
    return anchor if made else None


def count_waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from audit_unlinked")
        (waiting,) = cursor.fetchone() or (0,)
    return int(waiting)
