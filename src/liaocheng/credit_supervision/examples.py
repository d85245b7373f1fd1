"""How S32 answers the catalogue's worked examples: through the functions that judge real records."""

from collections.abc import Callable, Mapping
from datetime import date

from guangyue.credit.asking import answer_bank
from guangyue.credit.checking import against, check_basis, check_document, check_found
from guangyue.credit.declaration import Disclosed, Found, Kind, MeasureFact
from guangyue.credit.grading import Fact, grade
from guangyue.credit.identifying import read_identifier
from guangyue.credit.refusals import NoLegalBasis, NoLegalDocument
from guangyue.inspections.sizing import USUAL_WEIGHTS
from guangyue.kit.identities import id_check_character
from guangyue.kit.refusals import Refused
from guangyue.systems.examples import Given, answering
from liaocheng.city import MARKET as MARKET_REGULATION
from liaocheng.credit_supervision import kinds
from liaocheng.credit_supervision.grading import MARKET_CLASSES
from liaocheng.credit_supervision.measures import MEASURES

Answers = Mapping[str, object]

JOINT = "联合惩戒"
PUBLISHES = {
    Disclosed.NEEDED: "only what must be public",
    Disclosed.WHOLE: "all",
    Disclosed.NOTHING: "nothing",
}
RULES: Mapping[type[Refused], str] = {NoLegalDocument: "R1", NoLegalBasis: "R9"}
BY_DECEIT = ("false", "conceal", "骗取")
HONEST = "without deceit"
DAY = date(2021, 4, 30)


def _aid(given: Given) -> Answers:
    """A decision over false statements is a record; income that rose later, said late, is none."""
    given.take("matter")
    given.take("signed_promise")
    outcome = given.text("outcome")
    document = outcome if "decision" in outcome else ""
    kind = _recorded(kinds.AID_FRAUD, found=_deceit(outcome), document=document)
    if kind is None:
        return {"record": "none"}
    return {"record": kind.title, "report_to": kind.platform, "publish": PUBLISHES[kind.disclosed]}


def _conduct(given: Given) -> Answers:
    given.take("unit")
    conduct = given.text("conduct")
    kind = _recorded(kinds.SUBSIDY_FRAUD, found=_deceit(conduct), document=given.text("decision"))
    if kind is None:
        return {"record": "none"}
    follow = [one for one in MEASURES if kind.key in one.follows and not one.favours]
    return {
        "record": kind.title,
        "platform": kind.platform,
        "measure": JOINT if follow else "none",
        "measures": [one.title for one in follow],
    }


def _waste(given: Given) -> Answers:
    """Not sorting alone is met by education; a record needs a penalty, or refusal after education."""
    said = given.part("waste")
    educated, refused = said.take("educated"), said.take("refused_again")
    found = Found.REFUSED_AGAIN if educated and refused else None
    if said.take("penalised"):
        found = Found.PENALTY
    kind = _recorded(kinds.UNSORTED_WASTE, found=found, document=said.text("document"))
    return {"record": kind.title if kind else "none"}


def _number(given: Given) -> Answers:
    number = given.text("id_number")
    given.take("check")
    accepted, field = True, ""
    try:
        read_identifier(id_number=number, on=DAY)
    except Refused as refused:
        accepted, field = False, refused.field
    return {"accepted": accepted, "field": field, "expected_last": id_check_character(number[:17])}


def _record(given: Given) -> Answers:
    said = given.part("record")
    said.take("subject")
    return _accepted(lambda: check_document(said.text("document")))


def _measure(given: Given) -> Answers:
    fact = MeasureFact(
        key="asked",
        title=given.text("measure"),
        follows=(kinds.BLACK_LIST.key,),
        basis=None if not given.text("legal_basis") else MEASURES[0].basis,
        executor=MARKET_REGULATION,
    )
    return _accepted(lambda: check_basis(fact))


def _weight(given: Given) -> Answers:
    given.take("next_batch")
    letter = given.part("firm").text("credit_class")
    return {"weight": USUAL_WEIGHTS[letter]}


def _bank(given: Given) -> Answers:
    given.take("bank")
    answered = answer_bank(authorised=bool(given.text("authorisation")))
    return {"answer": "answered" if answered.answered else "refused", "logged": answered.kept}


def _service(given: Given) -> Answers:
    """Points are no measure; only a measure that names the service could stand against it."""
    given.take("citizen_points")
    follows = given.text("record")
    applied = [one for one in MEASURES if follows in one.follows]
    return {"service": "refused" if against(given.text("service"), applied) else "granted"}


def _class(given: Given) -> Answers:
    facts = tuple(Fact(one["kind"], one["on"]) for one in given.take("records"))
    graded = grade(facts, MARKET_CLASSES, on=given.day("on") or DAY)
    return {"class": graded.letter.value, "points": graded.points}


def _recorded(kind: Kind, *, found: Found | None, document: str) -> Kind | None:
    try:
        check_document(document)
        check_found(kind, found)
    except Refused:
        return None
    return kind


def _deceit(said: str) -> Found | None:
    honest = HONEST in said or not any(word in said for word in BY_DECEIT)
    return None if honest else Found.DECEIT


def _accepted(check: Callable[[], object]) -> Answers:
    try:
        check()
    except Refused as refused:
        return {"accepted": False, "rule": RULES[type(refused)]}
    return {"accepted": True}


answer = answering(
    {
        "service": _service,
        "outcome": _aid,
        "conduct": _conduct,
        "waste": _waste,
        "id_number": _number,
        "record": _record,
        "measure": _measure,
        "firm": _weight,
        "bank": _bank,
        "records": _class,
    }
)
