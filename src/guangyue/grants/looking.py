"""查询记录: whoever opens a person's application has looked at that person, who can see it."""

from datetime import datetime

from guangyue.accounts.models import User
from guangyue.grants.models import Application
from guangyue.registries.models import Lookup


def note_look(*, application: Application, by: User, at: datetime) -> None:
    """Once in a quarter of an hour: which of the registers' facts the application rests on."""
    if application.person is None:
        return
    looks = Lookup.objects.standing(by=by, at=at).filter(
        person=application.person, case_number=application.number
    )
    if not looks.exists():
        Lookup.objects.create(
            person=application.person,
            by=by,
            organisation=by.organisation,
            at=at,
            purpose=Lookup.Purpose.CASE,
            case_number=application.number,
            kinds=sorted(
                {kind for said in application.sources for one in said.values() for kind in one["kinds"]}
            ),
        )
