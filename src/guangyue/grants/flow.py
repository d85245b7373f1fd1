"""补贴办件: the road of an application for a subsidy, told as a case among the city's other cases.

Its moves are the system's: an application is accepted, judged and taken back on its own pages.
"""

from guangyue.cases.flow import Actor, Arrow, Effect, Flow, Letter, Outcome, Phase, Step
from guangyue.grants.models import Application

State = Application.State
ENTRANCE = "grants:apply"
ONLY = "apply"  # the one situation of a subsidy: what it asks is in its rule

SUBSIDY = Flow(
    key="subsidy",
    title="补贴申请办理流程",
    steps=(
        Step("draft", "填写", Phase.DRAFT, Actor.APPLICANT),
        Step("received", "提交", Phase.RECEIVED, Actor.REVIEWER),
        Step("review", "审核", Phase.UNDER_WAY, Actor.REVIEWER),
        Step("supplement", "补正", Phase.SUPPLEMENT, Actor.APPLICANT, stands="申请人补正"),
        Step("finished", "核定", Phase.FINISHED, Actor.SYSTEM),
        Step("withdrawn", "撤回", Phase.WITHDRAWN, Actor.SYSTEM),
    ),
    road=("draft", "received", "review", "finished"),
    arrows=(
        Arrow("hand_in", "提交申请", ("draft",), "received", Actor.APPLICANT),
        Arrow(
            "accept",
            "受理",
            ("received",),
            "review",
            Actor.SYSTEM,
            effects=(Effect.START_CLOCK,),
            letter=Letter.ACCEPTANCE,
        ),
        Arrow(
            "ask_supplement",
            "要求补正",
            ("received", "review"),
            "supplement",
            Actor.SYSTEM,
            says=True,
            letter=Letter.SUPPLEMENT,
        ),
        Arrow("supply", "补正", ("supplement",), "review", Actor.SYSTEM, effects=(Effect.START_CLOCK,)),
        Arrow(
            "grant",
            "予以发放",
            ("received", "review", "finished"),
            "finished",
            Actor.SYSTEM,
            effects=(Effect.STOP_CLOCK,),
            outcome=Outcome.GRANTED,
        ),
        Arrow(
            "refuse",
            "不予发放",
            ("received", "review", "finished"),
            "finished",
            Actor.SYSTEM,
            effects=(Effect.STOP_CLOCK,),
            outcome=Outcome.REFUSED,
        ),
        Arrow("withdraw", "撤回", ("received", "review", "supplement"), "withdrawn", Actor.SYSTEM),
    ),
)

# What an application comes to, as a move of its case; what is paid and published afterwards is none.
ARROWS = {
    State.SUPPLEMENT: "ask_supplement",
    State.APPROVED: "grant",
    State.REFUSED: "refuse",
    State.WITHDRAWN: "withdraw",
}
ACCEPTED_FROM = {State.SUBMITTED: "accept", State.SUPPLEMENT: "supply"}


def matter_code(code: str) -> str:
    """The code of the matter of an offer: S20-startup-firm for S20.startup_firm."""
    return code.replace(".", "-").replace("_", "-")
