"""出具文书: what a letter says is frozen when it is issued; its PDF is set from that."""

import secrets
from datetime import datetime
from typing import Any

from guangyue.accounts.models import User
from guangyue.cases.flow import Letter
from guangyue.cases.models import Case, IssuedLetter
from guangyue.kit.clocks import local_day
from guangyue.kit.numbers import next_number
from guangyue.kit.plain import fingerprint
from guangyue.kit.refusals import REFERENCE_LETTERS

CHECK_LENGTH = 8


def issue_letter(*, case: Case, kind: Letter, by: User | None, at: datetime, said: str = "") -> IssuedLetter:
    content = content_of(case=case, kind=kind, said=said, at=at)
    return IssuedLetter.objects.create(
        case=case,
        kind=kind.name,
        number=next_number("WS", "cases_letter_number", at=at),
        check_code=new_check_code(),
        issuer=case.unit,
        content=content,
        hash=fingerprint(content),
        issued_by=by,
        issued_at=at,
    )


def content_of(*, case: Case, kind: Letter, said: str, at: datetime) -> dict[str, Any]:
    return {
        "kind": kind.value,
        "case": case.number,
        "matter": case.title,
        "variant": case.situation.title,
        "applicant": case.applicant_name,
        "said": said,
        "on": local_day(at).isoformat(),
        "due": local_day(case.due).isoformat() if case.due else None,
        "owed": [
            [paper.title, paper.supply_by.isoformat()] for paper in case.papers.owed() if paper.supply_by
        ],
        "clauses": [f"{basis.title}{basis.article}" for basis in case.declared.bases],
    }


def new_check_code(length: int = CHECK_LENGTH) -> str:
    return "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(length))
