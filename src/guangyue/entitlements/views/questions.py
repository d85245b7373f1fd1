"""问卷 as pages: one question on each, every answer in the address, and what they lead to."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from guangyue.entitlements.answers import QuestionForm, question_forms
from guangyue.entitlements.cards import cards_of, found_by, groups_of
from guangyue.entitlements.finding import AHEAD
from guangyue.entitlements.inquiry import Inquiry, Pairs, read_inquiry
from guangyue.kit.access import open_to_all
from guangyue.policies.citations import addresses_of
from guangyue.policies.figures import standing_table
from guangyue.rules.parameters import Table
from guangyue.rules.prospects import text_on
from guangyue.rules.questions import Answers, Question, Questionnaire
from guangyue.rules.verdicts import Status, Verdict

NAMED = 3  # policies that are named as waiting for an answer


@dataclass(frozen=True)
class Progress:
    """How far somebody has come."""

    inquiry: Inquiry
    questionnaire: Questionnaire
    table: Table
    forms: tuple[QuestionForm, ...]

    @cached_property
    def answers(self) -> Answers:
        return {form.question.key: form.said for form in self.forms if form.said is not None}

    @cached_property
    def open(self) -> tuple[Question, ...]:
        return self.questionnaire.open(self.answers)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        return self.questionnaire.nearest(self.answers)

    @property
    def possible(self) -> int:
        """How many policies no answer has ruled out."""
        return sum(one.status is not Status.INELIGIBLE for one in self.verdicts)

    @property
    def answered(self) -> list[QuestionForm]:
        return [form for form in self.forms if form.said is not None]

    def waiting_for(self, question: Question) -> list[str]:
        """The titles of the policies that the answer decides."""
        open_verdicts = (one for one in self.verdicts if one.status is Status.NEEDS_INFO)
        return [one.rule.title for one in open_verdicts if question in self.questionnaire.asked_by(one)]

    def pairs(self, *, but: Question | None = None) -> Pairs:
        """The inquiry and its answers, in the order in which they were given."""
        kept = (form for form in self.answered if form.question is not but)
        return [*self.inquiry.pairs, *(pair for form in kept for pair in form.pairs())]

    def address(self, *more: tuple[str, str]) -> str:
        return _address([*self.pairs(), *more])

    def changing(self, form: QuestionForm) -> str:
        return self.address(("edit", form.question.key))


@never_cache
@open_to_all
def questions(request: HttpRequest) -> HttpResponse:
    """The next question, or what the answers lead to. Nothing of it is stored."""
    inquiry = read_inquiry(request)
    if not inquiry.is_said:
        return render(request, "entitlements/topics.html", {"inquiry": inquiry})
    table = standing_table(known_at=timezone.now())
    questionnaire = Questionnaire(
        rules=tuple(inquiry.policies),
        on=inquiry.on,
        lookup=table,
        horizon=inquiry.on + AHEAD,
        texts={rule: text_on(one.versions, inquiry.on) for rule, one in inquiry.policies.items()},
    )
    progress = Progress(
        inquiry, questionnaire, table, tuple(question_forms(questionnaire.questions, request.GET))
    )
    by_key = {question.key: question for question in questionnaire.questions}
    if asked := by_key.get(request.GET.get("asked", "")):
        return _take(request, progress, asked)
    if wrong := next((form for form in progress.forms if form.said is None), None):
        return _ask(request, progress, wrong, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if edited := by_key.get(request.GET.get("edit", "")):
        return _ask(request, progress, QuestionForm(edited, request.GET))
    if progress.open and "results" not in request.GET:
        return _ask(request, progress, QuestionForm(progress.open[0], request.GET))
    return _show_results(request, progress)


def _take(request: HttpRequest, progress: Progress, asked: Question) -> HttpResponse:
    """What was just said: on to the next question by an address that says no more than the answers."""
    before = progress.pairs(but=asked)
    if "skip" in request.GET:
        return redirect(_address([*before, (asked.key, "")]))
    form = QuestionForm(asked, request.GET)
    refusal = progress.questionnaire.contradiction(progress.answers)
    if form.said is not None and refusal:
        form.error = refusal.sentence.removeprefix(f"{asked.title}：")
        return _ask(request, progress, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if form.said is not None:
        return redirect(_address([*before, *form.pairs()]))
    if form.is_being_written:
        return _ask(request, progress, form)
    form.error = form.error or "请选一项或者填写；说不清的，可以跳过。"
    return _ask(request, progress, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _ask(
    request: HttpRequest, progress: Progress, form: QuestionForm, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    question = form.question
    earlier = [one for one in progress.answered if one.question is not question]
    waiting = progress.waiting_for(question)
    context = {
        "progress": progress,
        "inquiry": progress.inquiry,
        "form": form,
        "question": question,
        "earlier": earlier,
        "kept": progress.pairs(but=question),
        "left": len([one for one in progress.open if one is not question]) + 1,
        "waiting": waiting[:NAMED],
        "more_waiting": max(len(waiting) - NAMED, 0),
    }
    return render(request, "entitlements/question.html", context, status=status)


def _show_results(request: HttpRequest, progress: Progress) -> HttpResponse:
    found = found_by(progress.inquiry, progress.questionnaire, progress.answers, table=progress.table)
    context = {
        "progress": progress,
        "inquiry": progress.inquiry,
        "groups": groups_of(cards_of(found, on=progress.inquiry.on, lookup=progress.table, of_firm=False)),
        "clauses": addresses_of(one.rule for one in found),
    }
    return render(request, "entitlements/results.html", context)


def _address(pairs: Iterable[tuple[str, str]]) -> str:
    return f"{reverse('entitlements:questions')}?{urlencode(list(pairs))}"
