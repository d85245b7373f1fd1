"""Rows of the library for the table of who may open what (tests/test_access_table.py)."""

from datetime import date
from itertools import count

from guangyue.accounts.tests.factories import a_user
from guangyue.library.models import CleanupItem, CleanupRound, Consent, Interpretation
from guangyue.library.tests.policy_rows import CITES, DAY, NOON
from guangyue.organisations.models import Organisation, Region

_numbers = count(1)


def interpretation(*, region: Region, organisation: Organisation) -> dict[str, object]:
    written = Interpretation.objects.create(
        document_key="示政发〔2026〕1号",
        title="谁能领",
        text="都能领。",
        written_by=a_user(),
        written_at=NOON,
        state=Interpretation.State.SUBMITTED,
    )
    Consent.objects.create(interpretation=written, organisation=organisation, printed=organisation.name)
    return {"number": written.pk}


def cleanup_item(*, region: Region, organisation: Organisation) -> dict[str, object]:
    number = next(_numbers)
    cleanup = CleanupRound.objects.create(
        title=f"清理{number}",
        criteria="滞后于改革",
        cites=CITES,
        on=DAY,
        due=date(2026, 12, 31),
        opened_at=NOON,
    )
    item = CleanupItem.objects.create(
        cleanup=cleanup,
        document_key=f"示政发〔2026〕{number}号",
        title="关于示例工作的意见",
        printed_unit=organisation.name,
        ground=CleanupItem.Ground.ISSUER,
        organisation=organisation,
        verdict=CleanupItem.Verdict.REVISE,
    )
    return {"number": item.pk}


SAMPLES = {
    "library:interpretation": interpretation,
    "library:interpretation_editing": interpretation,
    "library:interpretation_submission": interpretation,
    "library:interpretation_approval": interpretation,
    "library:interpretation_return": interpretation,
    "library:interpretation_withdrawal": interpretation,
    "library:cleanup_item": cleanup_item,
    "library:cleanup_act": cleanup_item,
}
LISTS = {
    "library:interpretations": "library:interpretation",
    "library:cleanup_items": "library:cleanup_item",
}
