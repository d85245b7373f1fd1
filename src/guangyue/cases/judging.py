"""按规则判定: what the rule of a matter says of a case, on the answers of its form."""

from collections.abc import Iterator
from datetime import date

from guangyue.cases.models import Case
from guangyue.rules.authoring import Rule
from guangyue.rules.facts import FactRefused, Facts
from guangyue.rules.verdicts import Outcome, Status, Verdict, judge
from guangyue.systems.enactment import declared_city

NO_RULE = "所依据的规定不在施行期"


def rule_of(case: Case, *, on: date) -> Rule | None:
    """`S16.land_file`, as it stands on a day."""
    number, _, key = case.declared.rule.partition(".")
    system = declared_city().system(number) if key else None
    return system.rules.in_force(key, on) if system else None


def judge_case(case: Case, *, on: date) -> Verdict | None:
    """None where the matter has no rule in force; what was not said stays unknown."""
    rule = rule_of(case, on=on)
    return judge(rule, *(said_of(kind, case) for kind in rule.subjects), on=on) if rule else None


def said_of(kind: type[Facts], case: Case) -> Facts:
    """The facts of a subject that the form has under the same names; one that cannot be is as not said."""
    return kind(**dict(_readable(kind, case)))


def unmet(case: Case, *, on: date) -> list[str]:
    """The conditions that do not hold or are not known, in the rule's words; none where it is fulfilled."""
    verdict = judge_case(case, on=on)
    if verdict is None or verdict.status is Status.NOT_IN_FORCE:
        return [NO_RULE]
    return [
        answered.condition.label for answered in verdict.conditions if answered.outcome is not Outcome.HELD
    ]


def _readable(kind: type[Facts], case: Case) -> Iterator[tuple[str, object]]:
    for name, field in kind.fields.items():
        value = case.answers.get(name)
        try:
            if value is not None and field.carried(value) is not None:
                yield name, value
        except FactRefused:
            continue
