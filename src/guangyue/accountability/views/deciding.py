"""陈述 by the party, then 决定, 不采取 or 免责 by whoever decides."""

from django.http import HttpResponse

from guangyue.accountability.forms.cases import DecisionForm, ExemptionForm, ReasonForm, StatementForm
from guangyue.accountability.models import StepCase
from guangyue.accountability.permissions import DECIDE_STEPS, STATE_CASE
from guangyue.accountability.services.deciding import (
    decide_steps,
    exempt_case,
    record_statement,
    refuse_steps,
)
from guangyue.accountability.stepping import titles_of
from guangyue.accountability.views.register import case_within
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.wording import day, moment
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import moment_of_the_city


def facts_of(case: StepCase) -> list[tuple[str, object]]:
    """What whoever speaks or decides has before his eyes."""
    facts = "；".join(f"{fact.title}（{day(fact.on)}）" for fact in case.facts.all())
    return [
        ("当事方", case.addressee),
        ("事实", facts),
        ("依据条款", case.cites),
        ("条款列出的措施", titles_of(case.trigger)),
        ("提议的措施", "、".join(case.proposed_steps)),
        ("提议理由", case.ground),
    ]


@needs(STATE_CASE)
def statement(request: SignedInRequest, pk: int) -> HttpResponse:
    """陈述."""
    shown = case_within(request, pk, STATE_CASE)
    return answer_form(
        request,
        StatementForm(request.POST or None, request.FILES or None),
        title="陈述",
        lead=f"请在 {moment(shown.state_by)} 以前说明情况；决定以前都可以补充，记录下来不能改。",
        facts=facts_of(shown),
        back=shown.get_absolute_url(),
        button="提交陈述",
        do=lambda said: record_statement(case=shown, **said, by=request.user, at=moment_of_the_city()),
        done="陈述已经记录。",
    )


@needs(DECIDE_STEPS)
def decision(request: SignedInRequest, pk: int) -> HttpResponse:
    """决定."""
    shown = case_within(request, pk, DECIDE_STEPS)
    statements = "；".join(one.said for one in shown.statements.all())
    return answer_form(
        request,
        DecisionForm(posted(request), case=shown),
        title=f"决定{shown.number}",
        lead=f"由{shown.trigger.decider}决定。只能采取条款列出的措施。",
        facts=[*facts_of(shown), ("当事方的陈述", statements)],
        back=shown.get_absolute_url(),
        button="作出决定",
        do=lambda said: decide_steps(case=shown, **said, by=request.user, at=moment_of_the_city()),
        done="决定已经记录，请落实措施。",
    )


@needs(DECIDE_STEPS)
def refusal(request: SignedInRequest, pk: int) -> HttpResponse:
    """不采取."""
    shown = case_within(request, pk, DECIDE_STEPS)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"不采取{shown.number}",
        lead="写明理由；同一事实按同一条款不再提议。",
        facts=facts_of(shown),
        back=shown.get_absolute_url(),
        button="不采取措施",
        do=lambda said: refuse_steps(case=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经记录不采取。",
    )


@needs(DECIDE_STEPS)
def exemption(request: SignedInRequest, pk: int) -> HttpResponse:
    """免责."""
    shown = case_within(request, pk, DECIDE_STEPS)
    return answer_form(
        request,
        ExemptionForm(posted(request), case=shown),
        title=f"免责{shown.number}",
        lead="属于文件列出的免责、容错情形的，事项关闭，不追责。",
        facts=facts_of(shown),
        back=shown.get_absolute_url(),
        button="按免责关闭",
        do=lambda said: exempt_case(case=shown, **said, by=request.user, at=moment_of_the_city()),
        done="事项已经按免责关闭。",
    )
