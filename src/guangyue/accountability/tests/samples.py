"""Rows of accountability for the table of who may open what (tests/test_access_table.py)."""

from guangyue.accountability.declaration import Party, StepKind, Trigger
from guangyue.accountability.declared import triggers
from guangyue.accountability.models import StepCase, TakenStep
from guangyue.accountability.services.interviewing import report_commitment
from guangyue.accountability.tests.factories import (
    TUESDAY,
    a_circular,
    a_step_case,
    a_transfer,
    a_unit_restriction,
    an_interview,
    decided,
    promises,
)
from guangyue.accounts.tests.factories import a_user
from guangyue.organisations.models import Organisation, Region


def _trigger(kind: StepKind) -> Trigger:
    """One that begins with such a step, against a unit."""
    return next(one for one in triggers().values() if one.steps[0].kind is kind and one.party is Party.UNIT)


def _case(organisation: Organisation, kind: StepKind = StepKind.CIRCULAR) -> StepCase:
    return a_step_case(organisation, _trigger(kind))


def _step(organisation: Organisation, kind: StepKind) -> TakenStep:
    return decided(_case(organisation, kind))[0]


def case(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _case(organisation).pk}


def told_case(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _step(organisation, StepKind.CIRCULAR).case_id}


def carried(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _step(organisation, StepKind.APPRAISAL).pk}


def interview_step(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _step(organisation, StepKind.INTERVIEW).pk}


def restricted_step(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _step(organisation, StepKind.DEDUCTION).pk}


def interview(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": an_interview(_step(organisation, StepKind.INTERVIEW)).pk}


def held(*, region: Region, organisation: Organisation) -> dict[str, object]:
    shown = an_interview(_step(organisation, StepKind.INTERVIEW))
    promises(shown)
    return {"pk": shown.pk}


def commitment(*, region: Region, organisation: Organisation) -> dict[str, object]:
    (promised,) = promises(an_interview(_step(organisation, StepKind.INTERVIEW)))
    return {"pk": promised.pk}


def reported(*, region: Region, organisation: Organisation) -> dict[str, object]:
    (promised,) = promises(an_interview(_step(organisation, StepKind.INTERVIEW)))
    return {"pk": report_commitment(commitment=promised, report="完成", by=a_user(), at=TUESDAY).pk}


def circular(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_circular(_step(organisation, StepKind.CIRCULAR)).pk}


def restriction(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_unit_restriction(_step(organisation, StepKind.DEDUCTION)).pk}


def transfer(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_transfer(_case(organisation)).pk}


SAMPLES = {
    "accountability:case": case,
    "accountability:statement": case,
    "accountability:decision": case,
    "accountability:refusal": case,
    "accountability:exemption": case,
    "accountability:finishing": told_case,
    "accountability:transferring": case,
    "accountability:carrying": carried,
    "accountability:planning": interview_step,
    "accountability:restricting": restricted_step,
    "accountability:interview": interview,
    "accountability:holding": interview,
    "accountability:interview_paper": held,
    "accountability:commitment_report": commitment,
    "accountability:commitment_return": reported,
    "accountability:commitment_verification": reported,
    "accountability:circular": circular,
    "accountability:circular_text": circular,
    "accountability:circular_issue": circular,
    "accountability:circular_pdf": circular,
    "accountability:circular_word": circular,
    "accountability:restriction": restriction,
    "accountability:lifting": restriction,
    "accountability:transfer_answer": transfer,
}
DECLARED = "追责情形由条款规定，全市一样"
RANKED = "年度排名是全市的，取末位的各有自己的事项"
WITH_FILE = "附件随它的事项、约谈，范围由它们试"
PLACELESS = {
    "accountability:trigger": DECLARED,
    "accountability:proposal": DECLARED,
    "accountability:ranking_intake": DECLARED,
    "accountability:ranking": RANKED,
    "accountability:tie": RANKED,
    "accountability:ranking_proposal": RANKED,
    "accountability:statement_file": WITH_FILE,
    "accountability:commitment_file": WITH_FILE,
}
LISTS = {
    "accountability:cases": "accountability:case",
    "accountability:interviews": "accountability:interview",
    "accountability:circulars": "accountability:circular",
    "accountability:restrictions": "accountability:restriction",
}
