"""How S42 answers what examples ask of reduction: of ratios, and of what an enterprise or a site must do."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from guangyue.alerts.reduction import coal
from guangyue.alerts.reduction.grades import Course, Grade
from guangyue.alerts.reduction.guarantees import (
    Guarantee,
    Task,
    guarantee_of,
    guarantee_of_project,
    stays_guaranteed,
)
from guangyue.alerts.reduction.lines import batches_stopped, may_save_without_stopping, treatment_until
from guangyue.alerts.reduction.measures import RecipientKind
from guangyue.alerts.reduction.micro import SmallEmitter, is_micro
from guangyue.alerts.reduction.orders import AbatementOrder, orders_for
from guangyue.alerts.reduction.proof import (
    SHIFTED,
    Emitted,
    ReductionProof,
    Saving,
    SourceList,
    percents_saved,
    prove,
)
from guangyue.alerts.reduction.recipients import Recipient, enterprise, haulier, site
from guangyue.systems.examples import Answering, Given
from liaocheng.heavy_pollution.plan import PLAN
from liaocheng.heavy_pollution.scheme import CLEAN_COAL, SCHEME

Answers = Mapping[str, object]

RATIOS = {Course.GUIDE: "guide", Course.ALIKE: "list"}  # by the other courses there is none


def _ratios(given: Given) -> Answers:
    percents = {one: _number(given.take(one.name.lower(), 0)) for one in Emitted}
    return _proven(prove(PLAN.level(given.text("level")), percents))


def _lists(given: Given) -> Answers:
    """Each saving as list, pollutant and kilograms; what everybody emits of each by `base`."""
    base = given.part("base")
    savings = [
        Saving(SourceList(source), Emitted[emitted.upper()], _number(kilograms))
        for source, emitted, kilograms in given.take("savings")
    ]
    emitted = {one: _number(base.take(one.name.lower(), 0)) for one in Emitted}
    return _proven(prove(PLAN.level(given.text("level")), percents_saved(emitted, savings)))


def _proven(proof: ReductionProof) -> Answers:
    together = next(one for one in proof.asked if one.pollutants == SHIFTED)
    return {
        "met": proof.met,
        "sum": float(together.saved),
        "needed": together.percent,
        "missed": [one.name for one in proof.missed],
    }


def _coal(given: Given) -> Answers:
    batch = given.part("coal")
    names = ("S", "ash", "volatile", "heat")
    faults = list(coal.faults_of(coal.Coal(*(_number(batch.take(name)) for name in names)), CLEAN_COAL))
    return {"clean": not faults, "faults": len(faults)}


def _enterprise(given: Given) -> Answers:
    said = given.part("enterprise")
    firm = enterprise(
        SCHEME,
        said.text("industry"),
        grade=Grade(said.text("grade") or Grade.UNRATED.value),
        lines=int(said.take("lines", 1)),
        processes=tuple(said.take("processes", ())),
        listed=bool(said.take("listed", True)),
        guaranteed=bool(said.take("guaranteed", False)),
        micro=bool(said.take("micro", False)),
        daily_trips=int(said.take("daily_trips", 0)),
    )
    return _ordered(firm, given.text("level") or said.text("level"))


def _site(given: Given) -> Answers:
    said = given.part("site")
    met = said.take("dust_measures", "met") == "met"
    firm = site(guaranteed=bool(said.take("guaranteed", False)), dust_measures_met=met)
    answers = _ordered(firm, given.text("level"))
    return {**answers, "full_stop": answers["D2"] == "applied"}


def _haulier(given: Given) -> Answers:
    said = given.part("haulier")
    return _ordered(
        haulier(
            SCHEME,
            daily_trips=int(said.take("daily_trips")),
            peoples_supply=bool(said.take("peoples_supply", False)),
        ),
        given.text("level"),
    )


def _recipient(given: Given) -> Answers:
    kind = RecipientKind[given.text("recipient").upper()]
    return _ordered(Recipient(kind), given.text("level"), peak=int(given.take("mean_24h", 0)))


def _ordered(recipient: Recipient, level: str, peak: int = 0) -> Answers:
    """Each measure by its code, and what the orders ask for of production."""
    orders = {one.measure.code: one for one in orders_for(SCHEME, recipient, level, peak=peak)}
    course = orders["E1"].course if "E1" in orders else None
    stops = [order.lines for order in orders.values() if order.lines is not None]
    return {
        **{one.code: "applied" if one.code in orders else "not_applied" for one in SCHEME.measures},
        "orders": list(orders),
        "compulsory_ratio": RATIOS.get(course, "none") if course else None,
        "own_measures": "required" if course is Course.OWN else "none",
        "course": course.value if course else None,
        "stop_lines": max(stops, default=None),
        "rotates": any(order.may_rotate for order in orders.values()),
        "clauses": sorted({_path(order) for order in orders.values()}),
    }


def _path(order: AbatementOrder) -> str:
    return order.step.cites.path


def _guarantee(given: Given) -> Answers:
    said = given.part("guarantee")
    if "dust_measures" in said:
        return _guaranteed(guarantee_of_project(dust_measures_met=said.take("dust_measures") == "met"))
    return _guaranteed(
        guarantee_of(
            [Task[task.upper()] for task in said.take("tasks")],
            key_industry=said.text("industry") in SCHEME.industries,
            grade=Grade(said.text("grade") or Grade.UNRATED.value),
        )
    )


def _guaranteed(guarantee: Guarantee) -> Answers:
    return {
        "eligible": guarantee.eligible,
        "compulsory": guarantee.compulsory,
        "fixed_by": guarantee.authority.name.lower() if guarantee.authority else None,
        "production": guarantee.production,
    }


def _conduct(given: Given) -> Answers:
    said = given.part("guaranteed_conduct")
    stays = stays_guaranteed(
        beyond_its_task=bool(said.take("beyond_its_task")),
        meets_environmental_demands=bool(said.take("meets_environmental_demands")),
    )
    return {"stays": stays}


def _small(given: Given) -> Answers:
    said = given.part("small_emitter")
    firm = SmallEmitter(
        burns_coal=bool(said.take("coal", False)),
        burns_oil=bool(said.take("oil", False)),
        components=int(said.take("components", 1)),
        toxic_or_odorous=bool(said.take("toxic_or_odorous", False)),
        yearly_kilograms=_number(said.take("kg")),
        season_days=said.take("season_days"),
    )
    return {"micro": is_micro(SCHEME, firm)}


def _rotation(given: Given) -> Answers:
    try:
        return {
            "accepted": True,
            "stopped": batches_stopped(SCHEME, int(given.take("batches")), int(given.take("percent"))),
        }
    except ValueError:
        given.stop()
        return {"accepted": False}


def _uninterruptible(given: Given) -> Answers:
    said = given.part("uninterruptible")
    limits = may_save_without_stopping(
        SCHEME, uninterruptible=True, cems=bool(said.take("cems")), dcs_months=int(said.take("dcs_months"))
    )
    return {"own_limits": limits}


def _stopped(given: Given) -> Answers:
    until = treatment_until(SCHEME, datetime.fromisoformat(given.text("stopped")))
    return {"treatment_until": until.isoformat(timespec="minutes")}


def _number(said: object) -> Decimal:
    return Decimal(str(said))


ANSWERS: Mapping[str, Answering] = {
    "so2": _ratios,
    "savings": _lists,
    "coal": _coal,
    "enterprise": _enterprise,
    "site": _site,
    "haulier": _haulier,
    "recipient": _recipient,
    "guarantee": _guarantee,
    "guaranteed_conduct": _conduct,
    "small_emitter": _small,
    "batches": _rotation,
    "uninterruptible": _uninterruptible,
    "stopped": _stopped,
}
