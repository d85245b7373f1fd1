"""政策判定 for programs: what the rules say of cases that are told, kept nowhere."""

from datetime import UTC, date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from pydantic import AwareDatetime

from guangyue.kit.access import open_to_all
from guangyue.kit.refusals import Refused
from guangyue.policies.catalogue import city_rule
from guangyue.policies.fact_reading import read_subjects
from guangyue.policies.figures import standing_table
from guangyue.policies.telling import asked_told, facts_told
from guangyue.rules.answers import RESULTS
from guangyue.rules.cases import Lookup
from guangyue.rules.facts import EARLIEST
from guangyue.rules.verdicts import Asks, Outcome, ParameterAsked, Status, Verdict, judge
from guangyue.systems.today import day_of_the_city

MOST_CASES = 50
MOST_SUBJECTS = 8
LATEST = date(2199, 12, 31)
FIRST_MOMENT, LAST_MOMENT = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
STATUSES = RESULTS | {Status.NOT_IN_FORCE: "not_in_force"}
OUTCOMES = {Outcome.HELD: "held", Outcome.FAILED: "failed", Outcome.UNKNOWN: "unknown"}

router = Router(tags=["政策"])


class Asked(Schema):
    """A rule with a case: an object of facts for each of its subjects, in their order."""

    rule: str = Field(max_length=80, description="规则编码，如 S20.si_flex_hard")
    facts: list[dict[str, Any]] = Field(
        max_length=MOST_SUBJECTS,
        description="每个对象一组事实；金额和比例写成文字，日期如 2021-04-30，不知道的不写或者写 null",
    )


class CasesAsked(Schema):
    on: date | None = Field(None, ge=EARLIEST, le=LATEST, description="所问日期，不写就是今天")
    known_at: AwareDatetime | None = Field(
        None, ge=FIRST_MOMENT, le=LAST_MOMENT, description="按这一刻已审定的参数判定，不写就是现在"
    )
    cases: list[Asked] = Field(min_length=1, max_length=MOST_CASES)


class ConditionTold(Schema):
    label: str
    outcome: str = Field(description="held 满足，failed 不满足，unknown 未知")
    facts: dict[str, str] = Field(description="判定所依据的事实")
    clause: str


class WantedTold(Schema):
    """What would have to be known: a fact of a subject, or a figure that no notice has said."""

    title: str
    subject: int | None = None
    fact: str | None = None
    figure: str | None = None
    day: date | None = None


class VerdictTold(Schema):
    rule: str
    title: str
    on: date
    status: str = Field(description="eligible, ineligible, needs_info, manual_review, not_in_force")
    said: str
    amount: str | None = Field(description="元，两位小数")
    per: str
    conditions: list[ConditionTold]
    remarks: list[str]
    asks: list[WantedTold]
    clause: str


@router.post("/verdicts", auth=None, response=list[VerdictTold], summary="判定")
@open_to_all
def verdicts(request: HttpRequest, asked: CasesAsked) -> list[VerdictTold]:
    on = asked.on or day_of_the_city()
    known_at = asked.known_at.astimezone(UTC) if asked.known_at else timezone.now()
    lookup = standing_table(known_at=known_at)
    return [_judged(one, on, lookup, at=f"cases.{place}") for place, one in enumerate(asked.cases)]


def _judged(asked: Asked, on: date, lookup: Lookup, *, at: str) -> VerdictTold:
    found = city_rule(asked.rule)
    if found is None:
        raise Refused(f"没有编码为“{asked.rule}”的规则。", field=f"{at}.rule")
    rule = found.version(on)
    subjects = read_subjects(rule.subjects, asked.facts, on=on, at=f"{at}.facts")
    return _told(asked.rule, on, judge(rule, *subjects, on=on, lookup=lookup))


def _told(code: str, on: date, verdict: Verdict) -> VerdictTold:
    rule = verdict.rule
    return VerdictTold(
        rule=code,
        title=rule.title,
        on=on,
        status=STATUSES[verdict.status],
        said=verdict.status.value,
        amount=verdict.amount.plain() if verdict.amount is not None else None,
        per=rule.per.value,
        conditions=[
            ConditionTold(
                label=one.condition.label,
                outcome=OUTCOMES[one.outcome],
                facts=dict(facts_told(rule, one)),
                clause=str(one.condition.cites),
            )
            for one in verdict.conditions
        ],
        remarks=[one.label for one in verdict.remarks],
        asks=sorted((_wanted(verdict, one) for one in verdict.asks), key=lambda wanted: wanted.title),
        clause=str(verdict.cites),
    )


def _wanted(verdict: Verdict, asked: Asks) -> WantedTold:
    title = asked_told(asked)
    if isinstance(asked, ParameterAsked):
        return WantedTold(title=title, figure=asked.key, day=asked.day)
    subjects = enumerate(verdict.rule.subjects)
    place = next((place for place, one in subjects if one.fields.get(asked.name) is asked), None)
    return WantedTold(title=title, subject=place, fact=asked.name)
