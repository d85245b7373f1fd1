"""解读: written for a body that interprets a document, agreed to by all such bodies, never by its writer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.gazette.models import PrintedDocument
from guangyue.kit.refusals import Refused
from guangyue.library.models import Consent, Interpretation, InterpretationMove
from guangyue.organisations.models import Organisation
from guangyue.organisations.resolution import NameIndex

State = Interpretation.State


class NobodyInterprets(Refused):
    sentence = "这份公文的解释机关和发文机关都没有在机构名录里找到，请先登记机构或者补上它的写法。"


class NoSuchClause(Refused):
    sentence = "这份公文没有这一条。"


class WrongState(Refused):
    sentence = "这件解读现在的状态不能这样办理，请刷新页面。"


class WriterMayNotApprove(Refused):
    sentence = "撰写人不能审定自己写的解读，请由本机关另一位工作人员审定。"


class NotYourBody(Refused):
    sentence = "您所在的单位不是这份公文的解释机关。"


@dataclass(frozen=True)
class Interpreter:
    """解释机关, as printed and as the register knows it."""

    printed: str
    organisation: Organisation


def interpreters_of(document: PrintedDocument) -> list[Interpreter]:
    """Those the document names (负责解释); where none of them is known, its issuers."""
    names, on = NameIndex.load(), document.day or localdate()
    for printed in (document.interpreters, document.issuers):
        found = {
            resolved.organisation.pk: Interpreter(name, resolved.organisation)
            for name in printed
            if (resolved := names.resolve(name, on))
        }
        if found:
            return list(found.values())
    return []


@transaction.atomic
def draft_interpretation(
    *, document: PrintedDocument, path: str, title: str, text: str, by: User, at: datetime
) -> Interpretation:
    """起草."""
    if path and not document.clauses.filter(path=path).exists():
        raise NoSuchClause(field="path")
    interpreters = interpreters_of(document)
    if not interpreters:
        raise NobodyInterprets
    drafted = Interpretation.objects.create(
        document_key=document.key, path=path, title=title, text=text, written_by=by, written_at=at
    )
    Consent.objects.bulk_create(
        Consent(interpretation=drafted, organisation=one.organisation, printed=one.printed)
        for one in interpreters
    )
    _note(drafted, "起草", by, at)
    return drafted


@transaction.atomic
def edit_interpretation(
    *, interpretation: Interpretation, title: str, text: str, by: User, at: datetime
) -> None:
    """修改 a draft, or what came back; whoever changes it last is its writer."""
    interpretation = _locked(interpretation, State.DRAFT, State.RETURNED)
    interpretation.title, interpretation.text = title, text
    interpretation.written_by, interpretation.written_at = by, at
    interpretation.save(update_fields=["title", "text", "written_by", "written_at"])
    _note(interpretation, "修改", by, at)


@transaction.atomic
def submit_interpretation(*, interpretation: Interpretation, by: User, at: datetime) -> None:
    """提交审定: all bodies are asked anew."""
    interpretation = _locked(interpretation, State.DRAFT, State.RETURNED)
    interpretation.consents.update(by=None, at=None)
    _move(interpretation, State.SUBMITTED, "提交审定", by, at)


@transaction.atomic
def approve_interpretation(
    *, interpretation: Interpretation, organisations: Collection[int], by: User, at: datetime
) -> None:
    """审定, for those of its bodies that this official speaks for; approved once all have agreed."""
    interpretation = _locked(interpretation, State.SUBMITTED)
    if interpretation.written_by_id == by.pk:
        raise WriterMayNotApprove
    mine = interpretation.consents.filter(organisation__in=organisations, at=None)
    spoken_for = "、".join(consent.organisation.name for consent in mine.select_related("organisation"))
    if not spoken_for:
        raise NotYourBody
    mine.update(by=by, at=at)
    _note(interpretation, f"{spoken_for}审定", by, at)
    if not interpretation.consents.filter(at=None).exists():
        _move(interpretation, State.APPROVED, "公布", by, at)


@transaction.atomic
def return_interpretation(*, interpretation: Interpretation, reason: str, by: User, at: datetime) -> None:
    """退回 to its writer, with the reason."""
    _move(_locked(interpretation, State.SUBMITTED), State.RETURNED, "退回", by, at, reason)


@transaction.atomic
def withdraw_interpretation(*, interpretation: Interpretation, reason: str, by: User, at: datetime) -> None:
    """撤回 what was published: it is shown no more, and stays as a record."""
    _move(_locked(interpretation, State.APPROVED), State.WITHDRAWN, "撤回", by, at, reason)


def _locked(interpretation: Interpretation, *states: str) -> Interpretation:
    locked = Interpretation.objects.select_for_update().get(pk=interpretation.pk)
    if locked.state not in states:
        raise WrongState
    return locked


def _move(
    interpretation: Interpretation, to: str, what: str, by: User, at: datetime, remark: str = ""
) -> None:
    interpretation.state = to
    interpretation.save(update_fields=["state"])
    _note(interpretation, what, by, at, remark)


def _note(interpretation: Interpretation, what: str, by: User, at: datetime, remark: str = "") -> None:
    InterpretationMove.objects.create(interpretation=interpretation, what=what, remark=remark, by=by, at=at)
