"""Verifying the chain as it stands in the database, and handing it out for others to verify; step by step."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connection

from guangyue.audit.chain import Checker, Fault, Head, Link
from guangyue.audit.linking import current_head, link_records
from guangyue.audit.models import Anchor, Verification
from guangyue.audit.recording import record
from guangyue.kit.progress import Progress, continued

BATCH = 5_000
MOST_SENTENCES = 100
TRAIL = "trail.jsonl"

NEXT = """
select link.number, link.algorithm, link.digest,
    case when record.id is not null then audit_text(record) end, link.record_id
from audit_link link left join audit_record record on record.id = link.record_id
where link.number > %s order by link.number limit %s
"""
# Neither linked nor waiting: somebody took it off the list of those that wait.
FORGOTTEN = """
select id from audit_record record
where not exists (select from audit_link where record_id = record.id)
    and not exists (select from audit_unlinked where record_id = record.id)
order by id
"""


def verify_step(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: Any, at: datetime
) -> Progress:
    """The next links of the chain. The first step links what waits; the last keeps what was found.

    `options` may bring `heads` that somebody outside had noted down, beside the anchors of our own.
    """
    if not checkpoint:
        link_records()
    head = Head(checkpoint.get("number", 0), checkpoint.get("digest", Head().digest))
    checker = Checker(head, noted=_noted_after(head, options), truth=checkpoint.get("truth", ""))
    links = links_after(head.number)
    found = [fault for link in links for fault in checker.check(link)]
    finished = len(links) < BATCH
    if finished:
        found += [*checker.end(), *_forgotten()]
    faults = checkpoint.get("faults", 0) + len(found)
    sentences = [*checkpoint.get("sentences", []), *map(str, found)][:MOST_SENTENCES]
    if finished:
        Verification.objects.create(
            at=at,
            by=by,
            head_number=checker.head.number,
            head_digest=checker.head.digest,
            faults=faults,
            sentences=sentences,
        )
    return Progress(
        done=checker.head.number,
        total=max(current_head().number, checker.head.number),
        checkpoint={
            "number": checker.head.number,
            "digest": checker.head.digest,
            "truth": checker.truth,
            "faults": faults,
            "sentences": sentences,
        },
        message=f"发现 {faults} 处问题" if faults else "核验无误" if finished else "",
        finished=finished,
    )


def export_step(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: Any, at: datetime
) -> Progress:
    """The next links of the chain into a file that `chain.py` verifies by itself, wherever it is taken."""
    if not checkpoint:
        link_records()
    name = options.get("name", TRAIL)
    links = links_after(checkpoint.get("number", 0))
    with continued(folder / name, size=checkpoint.get("size", 0)) as file:
        file.write("".join(map(_line, links)).encode())
        size = file.tell()
    number = links[-1].number if links else checkpoint.get("number", 0)
    finished = len(links) < BATCH
    message = ""
    if finished:
        with (folder / name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        record(action="导出审计链", detail={"行数": number, "SHA-256": digest}, by=by, at=at)
        message = f"共 {number} 条，SHA-256 {digest}"
    return Progress(
        done=number,
        total=max(current_head().number, number),
        checkpoint={"number": number, "size": size},
        message=message,
        finished=finished,
        result=name if finished else "",
    )


def links_after(number: int) -> list[Link]:
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [number, BATCH])
        return [Link(*row) for row in cursor.fetchall()]


def heads_as_text(anchors: Iterable[Anchor]) -> Iterator[str]:
    """A line for each head noted down, to be kept elsewhere: number, digest, and when."""
    return (f"{anchor.pk} {anchor.digest} {anchor.at.isoformat(timespec='seconds')}\n" for anchor in anchors)


def _noted_after(head: Head, options: Mapping[str, Any]) -> dict[int, str]:
    ours = dict(Anchor.objects.filter(pk__gt=head.number).values_list("pk", "digest"))
    theirs = {int(number): digest for number, digest in options.get("heads", {}).items()}
    return ours | {number: digest for number, digest in theirs.items() if number > head.number}


def _forgotten() -> Iterator[Fault]:
    with connection.cursor() as cursor:
        cursor.execute(FORGOTTEN)
        for (record_id,) in cursor.fetchmany(MOST_SENTENCES):
            yield Fault(0, f"记录 {record_id} 没有入链，也不在等候入链的名单上")


def _line(link: Link) -> str:
    kept = {"number": link.number, "algorithm": link.algorithm, "digest": link.digest, "record": link.text}
    return json.dumps(kept, ensure_ascii=False) + "\n"
