"""征求意见: prepared, opened for long enough, and closed when every comment has its answer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day
from guangyue.legislation.kinds import Audience, Secrecy, missing_audiences
from guangyue.legislation.models import ConsultedMatter, LawProject, LegislativeTerms, PublicConsultation
from guangyue.legislation.refusals import (
    CommentsUnanswered,
    NoTermsYet,
    NotOpenNow,
    NotThisWay,
    OpenedAlready,
    StillMissing,
)
from guangyue.legislation.roads import ProjectState, arrow
from guangyue.legislation.services.moving import Recorded, hold, take_step
from guangyue.legislation.services.wanting import newest_draft, terms_wanting, wanting
from guangyue.legislation.timing import earliest_close
from guangyue.organisations.models import Organisation


@dataclass(frozen=True)
class Withholding:
    """保密: how much is not made public, why, and who decided it."""

    secrecy: Secrecy = Secrecy.NONE
    withheld: tuple[str, ...] = ()
    reason: str = ""
    decider: str = ""

    def check(self, labels: Collection[str]) -> None:
        if self.secrecy == Secrecy.NONE:
            return
        if not self.reason:
            raise Refused("依法不公开的，要写明理由。", field="reason")
        if not self.decider:
            raise Refused("依法不公开的，要写明决定人。", field="decider")
        if self.secrecy == Secrecy.PARTS and not self.withheld:
            raise Refused("请写明哪几条不公开。", field="withheld")
        if unknown := [label for label in self.withheld if label not in labels]:
            raise Refused(f"草案里没有{'、'.join(unknown)}。", field="withheld")


PUBLIC_WHOLE = Withholding()


@transaction.atomic
def prepare_consultation(
    *,
    project: LawProject,
    audiences: Collection[Audience],
    channels: str,
    withholding: Withholding = PUBLIC_WHOLE,
    by: User,
    at: datetime,
) -> PublicConsultation:
    """准备征求意见 on the newest draft of a project."""
    project = hold(project)
    if project.state != ProjectState.DRAFTING:
        raise NotThisWay
    if missing := wanting(project, arrow("consult")):
        raise StillMissing(missing)
    draft = newest_draft(project)
    assert draft is not None
    withholding.check(set(draft.articles.values_list("label", flat=True)))
    _refuse_audiences(set(audiences), withholding)
    return PublicConsultation.objects.create(
        number=next_number("YJ", "legislation_consultation_number", at=at),
        title=f"{project.name}（草案）",
        project=project,
        draft=draft,
        unit=project.unit,
        explanation=draft.explanation,
        audiences=list(audiences),
        channels=channels,
        **_withheld(withholding),
        by=by,
    )


@transaction.atomic
def prepare_matter(
    *,
    matter: ConsultedMatter,
    unit: Organisation,
    title: str,
    text: str,
    explanation: str,
    audiences: Collection[Audience],
    channels: str,
    by: User,
    at: datetime,
) -> PublicConsultation:
    """准备征求意见 on what another document wants laid before people."""
    required = {Audience(one) for one in matter.audiences}
    if missing := missing_audiences(required, set(audiences)):
        said = "、".join(str(one.label) for one in missing)
        raise Refused(f"《{matter.title}》还应当征求{said}的意见。", field="audiences")
    return PublicConsultation.objects.create(
        number=next_number("YJ", "legislation_consultation_number", at=at),
        title=title,
        matter=matter,
        unit=unit,
        text=text,
        explanation=explanation,
        audiences=list(audiences),
        channels=channels,
        by=by,
    )


@transaction.atomic
def open_consultation(
    *, consultation: PublicConsultation, opens: date, closes: date, by: User, at: datetime
) -> PublicConsultation:
    """开始征求意见: with the shortest length in force on that day; a project moves on with it."""
    consultation = hold_consultation(consultation)
    if consultation.opens is not None:
        raise OpenedAlready
    terms = LegislativeTerms.objects.on(opens)
    if terms is None or terms_wanting(terms):
        raise NoTermsYet
    min_days = terms.min_days or 0
    if opens < localdate(at):
        raise Refused("开始日期已经过去。", field="opens")
    if closes < (earliest := earliest_close(opens, min_days)):
        raise Refused(f"不少于 {min_days} 天，最早{day(earliest)}截止。", field="closes")
    consultation.opens, consultation.closes, consultation.min_days = opens, closes, min_days
    consultation.save()
    if consultation.project:
        recorded = Recorded(localdate(at), record=consultation.number, said=f"{day(opens)}至{day(closes)}")
        consultation.project = hold(consultation.project)
        take_step(consultation.project, arrow("consult"), recorded, by=by, at=at)
    return consultation


@transaction.atomic
def close_consultation(*, consultation: PublicConsultation, by: User, at: datetime) -> PublicConsultation:
    """办结公布: after the last day, and with an answer to every comment."""
    consultation = hold_consultation(consultation)
    if consultation.opens is None or consultation.closed_at:
        raise OpenedAlready
    if localdate(at) <= consultation.last_day:
        raise NotOpenNow("征求意见还没有期满，不能办结。")
    if unanswered := consultation.comments.unanswered().count():
        raise CommentsUnanswered(unanswered)
    consultation.closed_at, consultation.closed_by = at, by
    consultation.save(update_fields=["closed_at", "closed_by"])
    return consultation


def hold_consultation(consultation: PublicConsultation) -> PublicConsultation:
    rows = PublicConsultation.objects.select_related("project").select_for_update(of=("self",))
    return rows.get(pk=consultation.pk)


def _refuse_audiences(audiences: Collection[Audience], withholding: Withholding) -> None:
    public = Audience.PUBLIC in audiences
    if withholding.secrecy == Secrecy.WHOLE and public:
        raise Refused("依法不公开的草案，不能向公众征求意见。", field="audiences")
    if withholding.secrecy != Secrecy.WHOLE and not public:
        raise Refused("草案应当向社会公布，公开征求意见；依法需要保密的除外。", field="audiences")


def _withheld(withholding: Withholding) -> dict[str, object]:
    return {
        "secrecy": withholding.secrecy,
        "withheld": list(withholding.withheld) if withholding.secrecy == Secrecy.PARTS else [],
        "secrecy_reason": withholding.reason,
        "secrecy_decider": withholding.decider,
    }
