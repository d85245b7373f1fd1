"""How S23 answers the catalogue's worked examples."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from guangyue.kit.limits import months_after
from guangyue.kit.money import NOTHING, Money
from guangyue.rules.answers import RESULTS, codes, in_yuan, money_if_said, money_said
from guangyue.rules.facts import FactRefused
from guangyue.rules.verdicts import Verdict, judge
from guangyue.systems.examples import Given
from liaocheng.social_assistance.document import OPINION
from liaocheng.social_assistance.emergencies import FIRST_RELIEF, hours_open, is_overdue
from liaocheng.social_assistance.rules import (
    BANDS,
    CARE_GRADES,
    OTHER,
    RULES,
    RURAL,
    SEVERE,
    URBAN,
    Needy,
    Standard,
)

AREAS = {"urban": URBAN, "rural": RURAL}
MOST_ASSISTANTS = 2


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    try:
        match given.text("rule"):
            case "emergency":
                return emergency(given)
            case "assistants":
                return assistants(given)
            case "care_floor" if not given.text("care_grade"):
                return care_floors(given)
            case "stacking":
                return stacking(given)
            case "false_declaration":
                return false_declaration(given)
            case key if key in RULES:
                return by_rule(given, key)
    except FactRefused as refused:
        given.stop()
        return {"result": "refused", "field": refused.field, "reasons": [refused.sentence]}
    raise ValueError("no form of example that S23 knows")


def by_rule(given: Given, key: str) -> Mapping[str, object]:
    verdict = judged(given, key)
    answers: dict[str, object] = {
        "result": RESULTS[verdict.status],
        "amount": in_yuan(verdict.amount or NOTHING),
        "reasons": codes(verdict),
        "clause": str(verdict.cites),
    }
    if key == "tekun_minor":
        answers["age"] = age(given.day("birth_date"), given.day("date"))
    if key in BANDS and (urban := figure(given, "dibao_urban")) is not None:
        answers["band"] = [in_yuan(Money(urban * times)) for times in BANDS[key]]
    if key in ("tekun_floor", "care_floor"):
        answers["floor"] = in_yuan(floor(given, key))
    return answers


def judged(given: Given, key: str, **said: object) -> Verdict:
    (rule,) = RULES.versions(key)
    subjects = tuple(MAKERS[kind](given).but(**said) for kind in rule.subjects)
    on = given.day("date") or OPINION.since
    return judge(rule, *subjects, on=on, lookup=lambda key, region, day: figure(given, key))


def floor(given: Given, key: str) -> Money:
    """What the standard must not fall below, whether or not it does."""
    verdict = judged(given, key, reason=True)
    return verdict.amount or NOTHING


def care_floors(given: Given) -> Mapping[str, object]:
    verdicts = {grade: judged(given, "care_floor", grade=grade, reason=True) for grade in CARE_GRADES}
    first = next(iter(verdicts.values()))
    floors = {grade: in_yuan(verdict.amount or NOTHING) for grade, verdict in verdicts.items()}
    return {"result": RESULTS[first.status], "reasons": codes(first), **floors}


def emergency(given: Given) -> Mapping[str, object]:
    """The clock runs from the earliest of report and discovery to the relief, or to now."""
    moments = {
        key: moment(given.take(key)) for key in ("reported", "discovered", "applied", "relieved", "now")
    }
    starts = [moments[key] for key in ("reported", "discovered", "applied") if moments[key]]
    ends = moments["relieved"] or moments["now"]
    if not starts or ends is None:
        return {
            "result": "needs_info",
            "reasons": ["PARAM_MISSING:reported" if not starts else "PARAM_MISSING:now"],
        }
    began = min(start for start in starts if start)
    if ends < began:
        raise FactRefused("救助时间不能早于发现时间。", field="relieved")
    overdue = is_overdue(began, ends)
    return {
        "result": "ineligible" if overdue and moments["relieved"] else "eligible",
        "hours": round(hours_open(began, ends), 2),
        "overdue": overdue,
        "limit": FIRST_RELIEF.total_seconds() / 3600,
        "reasons": ["OVERDUE"] if overdue else [],
    }


def assistants(given: Given) -> Mapping[str, object]:
    """三（四）: one or two in a village, whose names and telephones are on its board."""
    given.take("village")
    listed = given.take("assistants") or []
    enough = 1 <= len(listed) <= MOST_ASSISTANTS
    published = all(one.get("published") and one.get("name") and one.get("phone") for one in listed)
    gaps = [code for code, fine in (("OUT_OF_BAND", enough), ("NOT_PUBLISHED", published)) if not fine]
    return {"result": "ineligible" if gaps else "eligible", "reasons": gaps, "gap": bool(gaps)}


def stacking(given: Given) -> Mapping[str, object]:
    """低保 and 特困 are not both paid for one person and month; the latter goes first."""
    given.take("person")
    given.take("month")
    kinds = [one.get("kind") if isinstance(one, dict) else one for one in given.take("grants") or []]
    both = "低保" in kinds and "特困" in kinds
    return {
        "result": "ineligible" if both else "eligible",
        "reasons": ["DUPLICATE"] if both else [],
        "pays": "特困" if both else (kinds[0] if kinds else ""),
    }


def false_declaration(given: Given) -> Mapping[str, object]:
    """三（八）: proven, it goes to the city's credit platform, and its public part to the public one."""
    proven, public = given.take("proven"), given.take("public_part")
    given.take("means")
    return {
        "result": "ineligible" if proven else "eligible",
        "credit_record": bool(proven),
        "platform": "聊城市公共信用信息共享平台" if proven else "",
        "public": "信用中国（山东聊城）" if proven and public else "",
    }


def standard(given: Given) -> Standard:
    area = given.text("area")
    return Standard.said(
        area=AREAS.get(area, area) or None,
        monthly=money_if_said(given.take("tekun_standard", given.take("new_standard"))),
        care=money_if_said(given.take("care_standard")),
        grade=given.text("care_grade") or None,
        former=money_if_said(given.take("old_standard")),
        reason=given.take("reason_recorded", False),
    )


def needy(given: Given) -> Needy:
    household, member = given.part("household"), given.part("member")
    disability, illness = member.take("disability"), member.take("illness")
    return Needy.said(
        low_income=household.take("low_income"),
        disability=None if disability is None else SEVERE if disability == "severe" else OTHER,
        seriously_ill=False
        if illness is None and disability is not None
        else illness and illness == "serious",
        applied=given.take("applied"),
        birth=given.day("birth_date"),
        multiple=given.take("multiple"),
    )


MAKERS = {Standard: standard, Needy: needy}


def figure(given: Given, key: str) -> int | None:
    value = given.part("params").take(key)
    if value is None:
        return None
    amount = money_said(value)
    if amount <= NOTHING:
        raise FactRefused("标准必须大于零。", field=key)
    return amount.fen


def age(birth: date | None, on: date | None) -> int | None:
    """周岁, reached on the corresponding day."""
    if birth is None or on is None:
        return None
    years = on.year - birth.year
    return years if months_after(birth, 12 * years) <= on else years - 1


def moment(value: object) -> datetime | None:
    return None if value is None else datetime.fromisoformat(str(value))
