"""归档: all that is kept of a closed case in one ZIP, always the same bytes, each part with its SHA-256."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

from guangyue.cases.archive_checking import FORM, MANIFEST
from guangyue.cases.archive_papers import contents_of
from guangyue.cases.letter_papers import pdf_of
from guangyue.cases.models import Case, Delivered, PaperFile
from guangyue.cases.refusals import NotClosedYet
from guangyue.files.content import read_content
from guangyue.kit.typesetting import typeset

INDEX = "index.json"
CONTENTS = "卷内目录.pdf"
OLDEST = (1980, 1, 1, 0, 0, 0)  # what a ZIP can say; the real moments stand in the index


def archive_of(case: Case) -> bytes:
    """归档包 of a closed case."""
    if not case.is_closed:
        raise NotClosedYet
    parts = dict(_parts(case))
    sums = {name: sha256(content).hexdigest() for name, content in sorted(parts.items())}
    manifest = {"form": FORM, "case": case.number, "parts": sums}
    parts[MANIFEST] = _json(manifest)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in sorted(parts.items()):
            entry = zipfile.ZipInfo(name, OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            package.writestr(entry, content)
    return file.getvalue()


def _parts(case: Case) -> Iterator[tuple[str, bytes]]:
    index = index_of(case)
    yield INDEX, _json(index)
    yield CONTENTS, typeset(contents_of(case, index))
    for number, letter in enumerate(case.letters.select_related("issuer").order_by("pk"), start=1):
        yield f"文书/{number:02d} {letter.get_kind_display()}.pdf", pdf_of(letter)
    for name, filed in _files(case):
        yield name, read_content(filed.file)


def _files(case: Case) -> Iterator[tuple[str, PaperFile]]:
    """材料附件 under their names in the package; those that were taken out are listed and not carried."""
    filed = PaperFile.objects.filter(paper__case=case, taken_out_at=None).select_related("paper", "file")
    for number, one in enumerate(filed.order_by("paper", "pk"), start=1):
        yield f"材料/{number:02d} {one.file.name}", one


def index_of(case: Case) -> dict[str, Any]:
    """卷内目录 as data: whatever the case says, in the order it came about."""
    places = {one.pk: name for name, one in _files(case)}
    return {
        "case": _case(case),
        "form": case.answers,
        "sources": case.sources,
        "papers": [
            {
                "code": paper.code,
                "title": paper.title,
                "state": paper.get_state_display(),
                "from": paper.from_whom,
                "supplied_at": _at(paper.supplied_at),
                "on_paper": paper.on_paper,
                "files": [
                    {
                        "place": places.get(one.pk, ""),
                        "name": one.file.name,
                        "sha256": one.file.sha256,
                        "size": one.file.size,
                        "added_at": _at(one.added_at),
                        "taken_out_at": _at(one.taken_out_at),
                    }
                    for one in paper.files.select_related("file").order_by("pk")
                ],
            }
            for paper in case.papers.order_by("pk")
        ],
        "moves": [
            {
                "title": move.title,
                "to": move.to,
                "by": str(move.by or ""),
                "desk": str(move.desk or ""),
                "at": _at(move.at),
                "said": move.said,
            }
            for move in case.moves.select_related("by", "desk").order_by("pk")
        ],
        "opinions": [
            {
                "title": one.title,
                "organisation": str(one.organisation),
                "asked_at": _at(one.asked_at),
                "given_at": _at(one.given_at),
                "outcome": one.get_outcome_display(),
                "said": one.said,
            }
            for one in case.opinions.select_related("organisation").order_by("pk")
        ],
        "letters": [
            {
                "kind": one.get_kind_display(),
                "number": one.number,
                "hash": one.hash,
                "issued_at": _at(one.issued_at),
                "replaced_by": one.replaced_by.number if one.replaced_by else "",
                "content": one.content,
            }
            for one in case.letters.select_related("replaced_by").order_by("pk")
        ],
        "pauses": [
            {"ground": one.ground, "paper": one.paper, "since": _at(one.since), "until": _at(one.until)}
            for one in case.pauses.order_by("since")
        ],
        "delivered": _delivered(case),
    }


def _case(case: Case) -> dict[str, Any]:
    return {
        "number": case.number,
        "title": case.title,
        "variant": case.situation.title,
        "matter": case.declared.code,
        "version": case.version.fingerprint,
        "flow": case.flow.fingerprint,
        "unit": str(case.unit),
        "applicant": case.applicant_name,
        "applicant_number": case.applicant_number,
        "channel": case.get_channel_display(),
        "manner": case.get_manner_display(),
        "phase": case.get_phase_display(),
        "outcome": case.get_outcome_display(),
        "consent_at": _at(case.consent_at),
        "handed_in_at": _at(case.handed_in_at),
        "accepted_at": _at(case.accepted_at),
        "decided_at": _at(case.decided_at),
        "closed_at": _at(case.closed_at),
        "promised_days": case.promised_days,
        "used_days": case.used_days,
        "due": _at(case.due),
    }


def _delivered(case: Case) -> dict[str, Any] | None:
    one = Delivered.objects.filter(case=case).first()
    if one is None:
        return None
    return {
        "how": one.get_how_display(),
        "to": one.to,
        "proof": one.get_proof_display(),
        "carrier": one.carrier,
        "tracking": one.tracking,
        "address": one.address,
        "at": _at(one.at),
    }


def _at(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode()
