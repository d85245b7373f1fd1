"""出具文书: what a letter says is frozen when it is issued; its PDF is set from that."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.flow import Letter
from guangyue.cases.letter_content import content_of
from guangyue.cases.letter_numbers import letter_number
from guangyue.cases.models import Case, IssuedLetter
from guangyue.cases.reasons import reason_in
from guangyue.cases.refusals import ReplacedAlready
from guangyue.kit.check_codes import new_check_code
from guangyue.kit.plain import fingerprint


def issue_letter(
    *, case: Case, kind: Letter, by: User | None, at: datetime, said: str = "", corrects: str = ""
) -> IssuedLetter:
    issuer = case.in_the_name_of
    number = letter_number(issuer=issuer, kind=kind, at=at)
    content = content_of(
        case=case, kind=kind, number=number, issuer=issuer.name, said=said, at=at, corrects=corrects
    )
    return IssuedLetter.objects.create(
        case=case,
        kind=kind.name,
        number=number,
        check_code=new_check_code(),
        issuer=issuer,
        content=content,
        hash=fingerprint(content),
        issued_by=by,
        issued_at=at,
    )


@transaction.atomic
def replace_letter(*, letter: IssuedLetter, why: str, said: str, by: User, at: datetime) -> IssuedLetter:
    """更正: a new letter of the kind takes the place of one that was wrong; the wrong one stays as it is."""
    letter = IssuedLetter.objects.select_for_update(of=("self",)).select_related("case").get(pk=letter.pk)
    if letter.replaced_by_id:
        raise ReplacedAlready
    why = reason_in(why, field="why")
    made = issue_letter(
        case=letter.case,
        kind=Letter[letter.kind],
        by=by,
        at=at,
        said=said.strip(),
        corrects=f"{letter.number}（更正原因：{why}）",
    )
    letter.replaced_by = made
    letter.save(update_fields=["replaced_by"])
    return made
