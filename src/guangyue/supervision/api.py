"""监管行为 over the interface: signed batches from the systems of offices, with an answer to each act."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from guangyue.audit.acting import acting
from guangyue.kit.access import open_to_all
from guangyue.supervision.declaration import ItemKind, SubjectKind
from guangyue.supervision.models import SourceSystem
from guangyue.supervision.sending import Fault, SentAct
from guangyue.supervision.services.receiving import Received, receive_act
from guangyue.supervision.signing import sender_of
from guangyue.systems.today import moment_of_the_city

router = Router(tags=["监管"], auth=None)

MOST_ACTS = 200
TEXT = r"^[^\x00]*$"  # what a database cannot keep
KINDS = "|".join(one.name for one in ItemKind)
SUBJECT_KINDS = "|".join(one.name for one in SubjectKind)


class ActIn(Schema):
    """监管行为, as the system has it."""

    source_id: str = Field(max_length=80, pattern=TEXT, description="在来源系统里的编号，同一编号再报是更新")
    item_code: str = Field(max_length=40, pattern=TEXT)
    subject_kind: str = Field(pattern=f"^({SUBJECT_KINDS})$", description="FIRM、PERSON 或者 PLACE")
    subject: str = Field(max_length=40, pattern=TEXT, description="统一社会信用代码、身份证号或者场所编号")
    subject_name: str = Field("", max_length=200, pattern=TEXT)
    day: date
    kind: str = Field(pattern=f"^({KINDS})$", description="INSPECTION、PENALTY、COERCION 或者 OTHER")
    result: str = Field(max_length=500, pattern=TEXT)
    officers: str = Field("", max_length=100, pattern=TEXT)
    paper: str = Field("", max_length=60, pattern=TEXT)
    batch: str = Field("", max_length=60, pattern=TEXT, description="双随机抽查批次")
    ground: str = Field("", max_length=300, pattern=TEXT, description="检查不在抽查之内的理由")
    project: str = Field("", max_length=40, pattern=TEXT)


class ActsIn(Schema):
    acts: list[ActIn] = Field(min_length=1, max_length=MOST_ACTS)


class Feedback(Schema):
    """反馈: what became of one act."""

    source_id: str
    arrival: str = Field(description="NEW、CHANGED、SAME 或者 REJECTED")
    field: str = ""
    reason: str = ""


@router.post(
    "/supervision/acts",
    response=list[Feedback],
    url_name="report_acts",
    summary="报送监管行为：按 X-Guangyue-System 签名，逐条反馈",
)
@open_to_all
def acts(request: HttpRequest, sent: ActsIn) -> list[Feedback]:
    system = sender_of(request, at=timezone.now())
    at = moment_of_the_city()
    with acting(name=system.title):
        SourceSystem.objects.filter(pk=system.pk).update(heard_at=at)
        return [_take(one, system, at=at) for one in sent.acts]


def _take(said: ActIn, system: SourceSystem, *, at: datetime) -> Feedback:
    """Each by itself: one that is sent back does not keep the others."""
    kinds = {"kind": ItemKind[said.kind], "subject_kind": SubjectKind[said.subject_kind]}
    sent = SentAct(**{**said.dict(), **kinds, "source": system.key})
    return _feedback(said.source_id, receive_act(sent=sent, office=system.office, by=None, at=at))


def _feedback(source_id: str, received: Received | Fault) -> Feedback:
    if isinstance(received, Fault):
        return Feedback(
            source_id=source_id, arrival="REJECTED", field=received.field, reason=received.sentence
        )
    return Feedback(source_id=source_id, arrival=received.arrival.name)
