"""立法项目的路: its states, and the only moves between them. Knows no database."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import TextChoices

from guangyue.legislation.kinds import RuleKind


class ProjectState(TextChoices):
    LISTED = "listed", "列入计划"
    STUDYING = "studying", "调研"
    STUDIED = "studied", "已交报告"
    DRAFTING = "drafting", "起草"
    CONSULTING = "consulting", "征求意见"
    HEARING = "hearing", "听证"
    ARGUING = "arguing", "论证、协调"
    REVIEWING = "reviewing", "送审"
    RETURNED = "returned", "退回"
    DELIBERATING = "deliberating", "常务会议审议"
    ADOPTED = "adopted", "通过"
    PUBLISHED = "published", "公布"
    IN_FORCE = "in_force", "施行"
    SUBMITTED = "submitted", "提请市人大常委会审议"
    CANCELLED = "cancelled", "取消"


class Hand(TextChoices):
    """由谁办理."""

    DRAFTER = "drafter", "起草单位"
    OVERSEER = "overseer", "市司法局"
    GOVERNMENT = "government", "市政府"


@dataclass(frozen=True)
class Arrow:
    """走法: from one state to another, by whose hand, under what name; `only` for one kind of project."""

    key: str
    title: str
    source: ProjectState
    target: ProjectState
    hand: Hand
    only: RuleKind | None = None

    def fits(self, state: str, kind: str) -> bool:
        return self.source == state and self.only in (None, kind)


S = ProjectState
CANCEL = "cancel"  # from anywhere, by a decision that changes the plan
URGE = "urge"  # 催办: it moves nothing
ARROWS = (
    Arrow("study", "开始调研", S.LISTED, S.STUDYING, Hand.DRAFTER),
    Arrow("draft", "开始起草", S.LISTED, S.DRAFTING, Hand.DRAFTER),
    Arrow("hand_in_study", "交调研报告", S.STUDYING, S.STUDIED, Hand.DRAFTER),
    Arrow("draft_after_study", "转入起草", S.STUDIED, S.DRAFTING, Hand.DRAFTER),
    Arrow("consult", "公开征求意见", S.DRAFTING, S.CONSULTING, Hand.DRAFTER),
    Arrow("hear", "转入听证", S.CONSULTING, S.HEARING, Hand.DRAFTER),
    Arrow("argue", "转入论证、协调", S.CONSULTING, S.ARGUING, Hand.DRAFTER),
    Arrow("argue_after_hearing", "听证完毕，转入论证、协调", S.HEARING, S.ARGUING, Hand.DRAFTER),
    Arrow("send", "报送审查", S.ARGUING, S.REVIEWING, Hand.DRAFTER),
    Arrow("return", "审查后退回", S.REVIEWING, S.RETURNED, Hand.OVERSEER),
    Arrow("pass_on", "审查通过，提请常务会议", S.REVIEWING, S.DELIBERATING, Hand.OVERSEER),
    Arrow("argue_again", "修改后重新论证、协调", S.RETURNED, S.ARGUING, Hand.DRAFTER),
    Arrow("draft_again", "重新起草", S.RETURNED, S.DRAFTING, Hand.DRAFTER),
    Arrow("deliberate_again", "再议", S.DELIBERATING, S.DELIBERATING, Hand.GOVERNMENT),
    Arrow("adopt", "审议通过", S.DELIBERATING, S.ADOPTED, Hand.GOVERNMENT),
    Arrow("publish", "公布", S.ADOPTED, S.PUBLISHED, Hand.GOVERNMENT, RuleKind.RULE),
    Arrow("enter_force", "施行", S.PUBLISHED, S.IN_FORCE, Hand.GOVERNMENT, RuleKind.RULE),
    Arrow("submit", "提请市人大常委会审议", S.ADOPTED, S.SUBMITTED, Hand.GOVERNMENT, RuleKind.REGULATION),
)
OVER = (S.PUBLISHED, S.IN_FORCE, S.SUBMITTED, S.CANCELLED)
BEFORE_REVIEW = (
    S.LISTED,
    S.STUDYING,
    S.STUDIED,
    S.DRAFTING,
    S.CONSULTING,
    S.HEARING,
    S.ARGUING,
    S.RETURNED,
)

# What a reader sees of the road: 听证, 退回 and 取消 are shown when they happen.
STUDY_STAGES = (S.LISTED, S.STUDYING, S.STUDIED)
DRAFT_STAGES = (S.DRAFTING, S.CONSULTING, S.ARGUING, S.REVIEWING, S.DELIBERATING, S.ADOPTED)
STANDS_AT = {S.HEARING: S.CONSULTING, S.RETURNED: S.REVIEWING}


def arrow(key: str) -> Arrow:
    return next(one for one in ARROWS if one.key == key)


def title_of(key: str) -> str:
    return {CANCEL: "取消", URGE: "催办"}.get(key) or arrow(key).title


def arrows_from(state: str, kind: str) -> Iterator[Arrow]:
    return (one for one in ARROWS if one.fits(state, kind))


@dataclass(frozen=True)
class Stage:
    """阶段 as it is shown: done, here, or still to come."""

    state: ProjectState
    look: str

    @property
    def title(self) -> str:
        return str(self.state.label)


def stages(state: str, kind: str, *, studied: bool) -> list[Stage]:
    """The whole road of a project, with the place where it stands; the study only of what is studied."""
    ends = (S.PUBLISHED, S.IN_FORCE) if kind == RuleKind.RULE else (S.SUBMITTED,)
    begins = STUDY_STAGES if studied else STUDY_STAGES[:1]
    road = (*begins, *DRAFT_STAGES, *ends)
    here = STANDS_AT.get(ProjectState(state), ProjectState(state))
    place = road.index(here) if here in road else -1
    return [
        Stage(one, "here" if nth == place else "done" if nth < place else "") for nth, one in enumerate(road)
    ]
