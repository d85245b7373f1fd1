"""What a drafting unit hands in: study, impact, drafts, and the powers they create."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.kit.refusals import Refused
from guangyue.legislation.articles import read_articles
from guangyue.legislation.kinds import Piece
from guangyue.legislation.models import Article, CreatedPower, Impact, LawProject, LegalDraft, StudyPiece
from guangyue.legislation.obligations import Flag
from guangyue.legislation.refusals import NotThisWay
from guangyue.legislation.roads import BEFORE_REVIEW, ProjectState
from guangyue.legislation.services.moving import hold
from guangyue.organisations.models import Organisation

STUDIED_IN = (ProjectState.STUDYING, ProjectState.STUDIED)
DRAFTED_IN = (ProjectState.DRAFTING, ProjectState.ARGUING, ProjectState.RETURNED)


@transaction.atomic
def hand_in_piece(
    *, project: LawProject, piece: Piece, summary: str, file: File | None, by: User, at: datetime
) -> StudyPiece:
    """交调研成果: handed in again, it stands beside the first."""
    project = hold(project)
    if project.state not in STUDIED_IN:
        raise NotThisWay
    return StudyPiece.objects.create(project=project, piece=piece, summary=summary, file=file, by=by, at=at)


@transaction.atomic
def submit_draft(
    *, project: LawProject, text: str, explanation: str, creates_powers: bool, by: User, at: datetime
) -> LegalDraft:
    """提交草案: its next version, told apart into articles. Powers said of the last version go along where
    their article still stands."""
    project = hold(project)
    if project.state not in DRAFTED_IN:
        raise NotThisWay
    articles = read_articles(text)
    last = project.drafts.order_by("-version").first()
    draft = LegalDraft.objects.create(
        project=project,
        version=last.version + 1 if last else 1,
        explanation=explanation,
        creates_powers=creates_powers,
        by=by,
        at=at,
    )
    Article.objects.bulk_create(
        Article(draft=draft, position=nth, chapter=one.chapter, label=one.label, text=one.text)
        for nth, one in enumerate(articles, start=1)
    )
    if last and creates_powers:
        _keep_powers(last, draft, labels={one.label for one in articles})
    return draft


@transaction.atomic
def state_power(
    *, project: LawProject, article: str, name: str, basis: str, unit: Organisation
) -> CreatedPower:
    """登记设定的权力: of the newest draft, at one of its articles."""
    project = hold(project)
    draft = project.drafts.order_by("-version").first()
    if draft is None or project.state not in DRAFTED_IN:
        raise NotThisWay
    if not draft.creates_powers:
        raise Refused("这一稿说明不设定行政权力；确有设定的，请重新提交草案。")
    if not draft.articles.filter(label=article).exists():
        raise Refused("草案里没有这一条。", field="article")
    return CreatedPower.objects.create(draft=draft, article=article, name=name, basis=basis, unit=unit)


@transaction.atomic
def decide_impact(
    *, project: LawProject, flag: Flag, holds: bool, reason: str, corrects: bool, by: User, at: datetime
) -> Impact:
    """认定影响: by the drafting unit; 市司法局 `corrects` it. Until the project leaves for review."""
    project = hold(project)
    if project.state not in (*BEFORE_REVIEW, ProjectState.REVIEWING):
        raise NotThisWay
    return Impact.objects.create(
        project=project, flag=flag, holds=holds, reason=reason, corrects=corrects, by=by, at=at
    )


def _keep_powers(last: LegalDraft, draft: LegalDraft, *, labels: set[str]) -> None:
    CreatedPower.objects.bulk_create(
        CreatedPower(draft=draft, article=power.article, name=power.name, basis=power.basis, unit=power.unit)
        for power in last.powers.select_related("unit")
        if power.article in labels
    )
