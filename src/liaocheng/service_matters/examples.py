"""How S10 answers the catalogue's worked examples: by what a release and the reports ask."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from guangyue.kit.refusals import Refused
from guangyue.matters.choosing import BrokenTree, choose, tree_faults
from guangyue.matters.comparing import violations
from guangyue.matters.declaration import (
    Answer,
    Audience,
    Declaration,
    Flag,
    Level,
    Material,
    PowerKind,
    Question,
    Source,
    Variant,
)
from guangyue.matters.elements import Element, missing_of
from guangyue.matters.parts import KIND, read
from guangyue.matters.periods import Period
from guangyue.matters.reductions import HALF, ONLINE_TARGET, average_reduction, online_ratio
from guangyue.matters.releasing import (
    exception_accepted,
    faults_of,
    field_accepted,
    lacks_deferrable,
    looks_like_approval,
    read_deferrable,
)
from guangyue.systems.examples import Given

Answered = Mapping[str, object]
SHORT = {"名称": Element.NAME}  # as the catalogue abridges it
COUNTY = "county_"
KINDS = {"备案": PowerKind.OTHER, "登记": PowerKind.CONFIRMATION, "确认": PowerKind.CONFIRMATION}
BEGINNING = date(2000, 1, 1)


def answer(given: Given, asked: Collection[str]) -> Answered:
    for key, answers in ANSWERS.items():
        if key in given:
            return answers(given)
    return _compared(given) if "city" in given else _matter(given)


def _matter(given: Given) -> Answered:
    if "needs_prior_consent" in given or "can_be_refused_on_merits" in given:
        return _disguised(given)
    if "enters_hall" in given:
        return _hall(given)
    said = {SHORT.get(key) or _element(key): value for key, value in given.take("matter").items()}
    missing = [one.value for one in missing_of(said)]
    return {"releasable": not missing, "missing": missing}


def _hall(given: Given) -> Answered:
    given.take("matter")
    enters, reason = given.take("enters_hall"), given.text("reason")
    return {"accepted": bool(enters) or (bool(reason) and exception_accepted(reason))}


def _compared(given: Given) -> Answered:
    given.take("matter")
    city = _elements(given.take("city"))
    counties = [key for key in given.values if key.startswith(COUNTY)]
    reported = {f"{key.removeprefix(COUNTY)}县": _elements(given.take(key)) for key in counties}
    found = violations(city, reported)
    return {"violations": [{"element": one.element.value, "units": one.units} for one in found]}


def _kind(given: Given) -> Answered:
    return {"accepted": _accepted(lambda: read(KIND, given.text("type")))}


def _material(given: Given) -> Answered:
    material = given.part("material")
    kind, deferrable = material.text("kind"), bool(material.take("容缺"))
    return {"accepted": _accepted(lambda: read_deferrable(kind, deferrable))}


def _online(given: Given) -> Answered:
    ratio = online_ratio(given.take("matters_依申请"), given.take("online"))
    return {"网上可办率": float(ratio), "target_2019_met": ratio >= ONLINE_TARGET}


def _reduced(given: Given) -> Answered:
    pairs = zip(given.take("baseline_materials"), given.take("now_materials"), strict=True)
    average, _ = average_reduction(pairs)
    return {
        "average_reduction": None if average is None else float(average),
        "met": average is not None and average >= HALF,
    }


def _disguised(given: Given) -> Answered:
    kind = KINDS.get(given.text("matter"), PowerKind.PERMIT)
    matter = _declaration(
        kind=kind,
        needs_prior_consent=bool(given.take("needs_prior_consent")),
        can_be_refused_on_merits=bool(given.take("can_be_refused_on_merits")),
    )
    found = looks_like_approval(matter)
    return {"flag": "变相审批" if found else None, "action": "限期整改" if found else None}


def _livelihood(given: Given) -> Answered:
    candidate = given.part("candidate_高频民生")
    named = candidate.text("field") or candidate.text("group")
    candidate.stop()
    return {"accepted": field_accepted(named)}


def _version(given: Given) -> Answered:
    change = given.part("matter_version_change")
    accepted, since = change.day("accepted_case"), change.day("new_version_from")
    assert accepted is not None
    assert since is not None
    old = Period(BEGINNING).followed_by(since)
    return {"case_version": "old" if old.covers(accepted) else "new"}


def _tree(given: Given) -> Answered:
    """问题: of each its answers, which lead to another question or end in a situation."""
    questions = given.take("questions")
    situations = sorted(
        {end for answers in questions.values() for end in answers.values()} - questions.keys()
    )
    matter = _declaration(
        variants=tuple(Variant(key, key) for key in situations),
        questions=tuple(
            Question(key, key, tuple(_answer(title, to, questions) for title, to in answers.items()))
            for key, answers in questions.items()
        ),
    )
    faults = list(tree_faults(matter))
    try:
        choice = choose(matter, {str(key): str(said) for key, said in given.take("answers", {}).items()})
    except BrokenTree:
        return {"complete": False, "situation": None, "question": None}
    return {
        "complete": not faults,
        "situation": choice.variant.key if choice.variant else None,
        "question": choice.question.key if choice.question else None,
    }


def _enterprise(given: Given) -> Answered:
    """涉企审批: what of its papers may be owed."""
    deferrable = given.take("enterprise_materials_容缺")
    matter = _declaration(
        flags=(Flag.ENTERPRISE,),
        materials=tuple(
            Material(str(number), "材料", deferrable=may) for number, may in enumerate(deferrable)
        ),
        no_deferrable_because=given.text("reason"),
    )
    return {"reported": lacks_deferrable(matter)}


def _asked(given: Given) -> Answered:
    """谁提供: the papers that an applicant is asked for, and what a release has against the list."""
    sources = given.take("material_sources")
    materials = tuple(
        Material(title, title, source=Source(source), fetched_from=where or "")
        for title, (source, where) in sources.items()
    )
    only = Variant("only", "情形", materials=tuple(sources))
    matter = _declaration(materials=materials, variants=(only,))
    faults = [fault for fault in faults_of(matter) if fault.part == Element.MATERIALS.value]
    return {"asked": [one.title for one in matter.asked_of(only)], "accepted": not faults}


def _limits(given: Given) -> Answered:
    promised, statutory = given.take("promised_days"), given.take("statutory_days")
    matter = _declaration(promised_days=promised, statutory_days=statutory)
    return {"accepted": all(fault.part != Element.LIMIT.value for fault in faults_of(matter))}


ANSWERS: Mapping[str, Callable[[Given], Answered]] = {
    "type": _kind,
    "material": _material,
    "matters_依申请": _online,
    "baseline_materials": _reduced,
    "candidate_高频民生": _livelihood,
    "matter_version_change": _version,
    "questions": _tree,
    "enterprise_materials_容缺": _enterprise,
    "material_sources": _asked,
    "promised_days": _limits,
}


def _accepted(read: Callable[[], object]) -> bool:
    try:
        read()
    except Refused:
        return False
    return True


def _element(title: str) -> Element:
    return next(one for one in Element if one.value == title)


def _elements(said: Mapping[str, Any]) -> dict[Element, Any]:
    return {SHORT.get(title) or _element(title): value for title, value in said.items()}


def _answer(title: str, to: str, questions: Mapping[str, Any]) -> Answer:
    return Answer(title, question=to) if to in questions else Answer(title, variant=to)


def _declaration(**said: Any) -> Declaration:
    """A matter of which nothing is said but this."""
    usual: dict[str, Any] = {
        "code": "001",
        "name": "事项",
        "kind": PowerKind.PERMIT,
        "bases": (),
        "levels": (Level.CITY,),
        "conditions": "",
        "audience": Audience.BOTH,
        "materials": (),
        "promised_days": 1,
    }
    return Declaration(**{**usual, **said})
