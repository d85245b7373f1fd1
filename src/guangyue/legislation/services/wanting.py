"""还缺什么: what a step asks for before it is taken. The page shows it, and the service refuses by it."""

from collections.abc import Callable, Iterator, Mapping

from guangyue.legislation.kinds import Piece, missing_pieces
from guangyue.legislation.models import Impact, LawProject, LegalDraft, LegislativeTerms, PublicConsultation
from guangyue.legislation.obligations import Flag, HearingDuty, hearing_duty
from guangyue.legislation.roads import Arrow


def wanting(project: LawProject, arrow: Arrow) -> list[str]:
    """Empty when the step may be taken."""
    wants = WANTS.get(arrow.key)
    return list(wants(project)) if wants else []


def flags_of(project: LawProject) -> dict[Flag, Impact]:
    """What was decided of each flag, by now."""
    return {Flag(one.flag): one for one in project.impacts.newest()}


def duty_of(project: LawProject) -> HearingDuty:
    return hearing_duty({flag for flag, impact in flags_of(project).items() if impact.holds})


def newest_draft(project: LawProject) -> LegalDraft | None:
    return project.drafts.order_by("-version").first()


def newest_consultation(project: LawProject) -> PublicConsultation | None:
    return project.consultations.order_by("-pk").first()


def _study(project: LawProject) -> Iterator[str]:
    delivered = {Piece(one) for one in project.pieces.values_list("piece", flat=True)}
    return (str(piece.label) for piece in missing_pieces(delivered))


def _consult(project: LawProject) -> Iterator[str]:
    draft = newest_draft(project)
    if draft is None:
        yield "草案"
    elif not draft.explanation:
        yield "起草说明"


def _after_comments(project: LawProject) -> Iterator[str]:
    consultation = newest_consultation(project)
    if consultation is None or consultation.closed_at is None:
        yield "征求意见办结（期满，每条意见都有答复）"
    if len(flags_of(project)) < len(Flag):
        yield "四种影响情形的认定"


def _argue(project: LawProject) -> Iterator[str]:
    yield from _after_comments(project)
    if duty_of(project) is HearingDuty.OBLIGATORY:
        yield "听证会（应当举行）"


def _after_hearing(project: LawProject) -> Iterator[str]:
    if not project.hearings.held().exists():
        yield "听证报告"


def _send(project: LawProject) -> Iterator[str]:
    if not project.expert_views.exists():
        yield "法律顾问或者专家的意见"
    if not project.department_views.exists():
        yield "部门意见的协调情况"
    draft = newest_draft(project)
    if draft is None:
        yield "草案"
    elif draft.creates_powers and not draft.powers.exists():
        yield "所设权力的依据和责任单位"


WANTS: Mapping[str, Callable[[LawProject], Iterator[str]]] = {
    "hand_in_study": _study,
    "consult": _consult,
    "hear": _after_comments,
    "argue": _argue,
    "argue_after_hearing": _after_hearing,
    "send": _send,
}


def terms_wanting(terms: LegislativeTerms | None) -> bool:
    return terms is None or terms.min_days is None
