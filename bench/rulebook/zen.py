"""The twelve rules for one person as zen-engine runs them: a graph with a node of expressions.

A comparison with nothing raises in it, so each asks first; logic is by numbers, as in `arrays`. Its dates
know no 29 February of a year without one, so nobody here has such a day.
"""

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import zen

from bench.rulebook.population import CAPS, ON, RATES, STANDARDS, WAGES

Person = dict[str, Any]


def known(condition: str, *names: str) -> str:
    missing = " or ".join(f"{name} == null" for name in names)
    return f"(({missing}) ? 1 : (({condition}) ? 2 : 0))"


def flag(name: str) -> str:
    return known(name, name)


def all_of(*parts: str) -> str:
    return f"min([{', '.join(parts)}])"


def any_of(*parts: str) -> str:
    return f"max([{', '.join(parts)}])"


def later(name: str, months: int) -> str:
    return f"d({name}).add({months}, 'M')"


def figure(figures: dict[str, int]) -> str:
    chosen = "0"
    for district, value in figures.items():
        chosen = f"(district == '{district}' ? {value} : {chosen})"
    return chosen


def half_up(product: str, below: int) -> str:
    return f"floor((2 * ({product}) + {below}) / {2 * below})"


TODAY = f"d('{ON}')"
PART_PAID = f"min([{half_up(f'own_paid * {figure(RATES)}', 10**6)}, floor(own_paid * 2 / 3)])"
WAGE, STANDARD = figure(WAGES), figure(STANDARDS)


def in_term(months: str) -> str:
    near = all_of(
        known(f"d(retires).isBefore({later('first_approved', 60)})", "retires", "first_approved"),
        known(f"d(retires).isSameOrAfter({TODAY})", "retires"),
    )
    return any_of(known(f"{months} < 36", months), near)


def cap() -> str:
    chosen = "0"
    for since, value in CAPS:
        chosen = f"(d(trained).isSameOrAfter(d('{since}')) ? {value} : {chosen})"
    return chosen


SOON = any_of(
    known("d(graduated).year() == d(hired).year()", "graduated", "hired"),
    known(f"d(hired).isSameOrBefore({later('graduated', 24)})", "hired", "graduated"),
)
OLDER = f"({later('birth', 1080)}.isSameOrBefore({TODAY}) ? 20000 : 10000)"
FIRST_DAY = known("d(registered).isSameOrAfter(d('2013-10-01'))", "registered")
# Of each rule: when it holds, what is paid, and what must be known for that.
RULES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "startup": (
        all_of(
            flag("first_licence"),
            FIRST_DAY,
            known(f"{later('registered', 12)}.isSameOrBefore({TODAY})", "registered"),
            flag("founder_insured"),
        ),
        "1500000",
        (),
    ),
    "jobs": (
        all_of(flag("small_firm"), FIRST_DAY, known("posts >= 1", "posts")),
        "posts * 200000",
        ("posts",),
    ),
    "graduate_unit": (
        all_of(
            flag("small_firm"),
            flag("graduate"),
            SOON,
            known(
                f"d(contract_until).add(1, 'd').isSameOrAfter({later('hired', 12)})",
                "contract_until",
                "hired",
            ),
            known("unit_paid > 0", "unit_paid"),
            known("granted < 12", "granted"),
        ),
        "unit_paid",
        ("unit_paid",),
    ),
    "graduate_flexible": (
        all_of(
            flag("graduate"),
            flag("flexible"),
            known(f"d(declared).isSameOrBefore({later('graduated', 24)})", "declared", "graduated"),
            known("own_paid > 0", "own_paid"),
            known("granted < 24", "granted"),
        ),
        PART_PAID,
        ("own_paid",),
    ),
    "hard_unit": (
        all_of(flag("hard_to_employ"), known("unit_paid > 0", "unit_paid"), in_term("granted")),
        "unit_paid",
        ("unit_paid",),
    ),
    "hard_flexible": (
        all_of(
            flag("hard_to_employ"), flag("flexible"), known("own_paid > 0", "own_paid"), in_term("granted")
        ),
        PART_PAID,
        ("own_paid",),
    ),
    "on_public_post": (
        all_of(flag("hard_to_employ"), flag("public_post"), in_term("post_months")),
        WAGE,
        (),
    ),
    "internship": (
        all_of(
            any_of(flag("graduate"), flag("young_unemployed")),
            known(f"intern_pay >= {WAGE}", "intern_pay"),
            known("internship_months < 12", "internship_months"),
        ),
        f"(retention >= 700000 ? {half_up(f'{WAGE} * 60', 100)} : {half_up(f'{WAGE} * 50', 100)})",
        ("retention",),
    ),
    "training": (
        all_of(
            flag("certificate"),
            any_of(f"(2 - {flag('student')})", known("trained_at_school < 1", "trained_at_school")),
            any_of(flag("student"), known("trained_this_year < 1", "trained_this_year")),
        ),
        f"min([catalogue_standard, {cap()}])",
        ("catalogue_standard", "trained"),
    ),
    "appraisal": (
        all_of(flag("certificate"), known("d(appraised).isSameOrAfter(d('2019-05-09'))", "appraised")),
        f"(key_catalogue ? {half_up('fee * 90', 100)} : {half_up('fee * 80', 100)})",
        ("fee", "key_catalogue"),
    ),
    "old_age": (
        all_of(known(f"{later('birth', 960)}.isSameOrBefore({TODAY})", "birth"), f"(2 - {flag('deceased')})"),
        f"({later('birth', 1200)}.isSameOrBefore({TODAY}) ? 50000 : {OLDER})",
        ("birth",),
    ),
    "living_allowance": (
        all_of(known(f"income < {STANDARD}", "income"), flag("few_assets")),
        f"{STANDARD} - income",
        ("income",),
    ),
}


def judge_one() -> Callable[[Person], dict[str, Any]]:
    """Of each rule 0 or 1, or two more than the amount, as openfisca's say it."""
    content = json.dumps({"nodes": list(_nodes()), "edges": _edges()})
    engine = zen.ZenEngine({"loader": lambda key: content})

    def judge(person: Person) -> dict[str, Any]:
        told = {name: str(value) if isinstance(value, date) else value for name, value in person.items()}
        answers: dict[str, Any] = engine.evaluate("rules", told, {"trace": True})["result"]
        return answers

    return judge


def _nodes() -> Iterable[dict[str, Any]]:
    expressions = []
    for name, (holds, amount, needed) in RULES.items():
        value = known("true", *needed) if needed else "2"
        paid = f"({holds} == 2 ? ({value} == 2 ? 2 + {amount} : 1) : {holds})"
        expressions.append({"id": name, "key": name, "value": paid})
    yield {"id": "in", "name": "in", "type": "inputNode"}
    yield {
        "id": "rules",
        "name": "rules",
        "type": "expressionNode",
        "content": {"expressions": expressions},
    }
    yield {"id": "out", "name": "out", "type": "outputNode"}


def _edges() -> list[dict[str, str]]:
    return [
        {"id": "a", "sourceId": "in", "targetId": "rules", "type": "edge"},
        {"id": "b", "sourceId": "rules", "targetId": "out", "type": "edge"},
    ]
