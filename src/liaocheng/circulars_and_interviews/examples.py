"""How S08 answers the catalogue's worked examples: through the functions that judge real cases."""

from collections.abc import Iterator, Mapping

from guangyue.accountability.declaration import Trigger
from guangyue.accountability.placing import bottom
from guangyue.accountability.stepping import check_steps, holds, recognised
from guangyue.gazette.document import Clause
from guangyue.kit.refusals import Refused
from guangyue.systems.examples import Given, answering, the_day
from liaocheng.circulars_and_interviews.triggers import COUNTIES, DEPARTMENTS, TRIGGERS

Answers = Mapping[str, object]

BY_KEY = {trigger.key: trigger for trigger in TRIGGERS}
GROUPS = {"counties": COUNTIES, "departments": DEPARTMENTS}
EXEMPT = "免责"


def _restriction(given: Given) -> Answers:
    """A file that comes in before the first day, or after the last, is accepted."""
    for said in ("restriction", "county"):
        given.take(said)
    since, until = the_day(given.take("from")), the_day(given.take("to"))
    stopped = holds(
        the_day(given.take("file_submitted")), since=since, until=until, lifted_on=given.day("lifted")
    )
    return {"accepted": not stopped}


def _ranking(given: Given) -> Answers:
    """The last of each group; in a tie at the edge a person chooses."""
    trigger = BY_KEY[given.text("trigger")]
    many = {last.group: last.many for last in trigger.lasts}
    said = given.part("ranking")
    found = [bottom(said.take(key), many[group]) for key, group in GROUPS.items() if key in said]
    return {
        "proposed": [name for one in found for name in one.certain],
        "tied": [name for one in found for name in one.tied],
        "wanted": sum(one.wanted for one in found),
        "decided_by": trigger.decider,
        "step": trigger.steps[0].title,
    }


def _step(given: Given) -> Answers:
    """Whether the clause lists the step, and whether it can be taken as it is asked for."""
    asked = given.take("step")
    asked = asked if isinstance(asked, list) else [str(asked)]
    said = ""
    taken, reason, grave = given.take("taken", []), given.text("reason"), bool(given.take("grave"))
    for trigger in _of_clause(given.text("clause")):
        try:
            check_steps(trigger, asked, taken=taken, grave=grave, reason=reason)
        except Refused as refused:
            said = refused.sentence
            continue
        return {"allowed": True, "trigger": trigger.key}
    return {"allowed": False, "because": said}


def _trigger(given: Given) -> Answers:
    trigger = BY_KEY.get(given.text("trigger"))
    fact = given.text("fact")
    given.take("county")
    if trigger is None:
        given.stop()
        return {"accepted": False}
    exemption = recognised(trigger.exemptions, fact)
    return {
        "accepted": True,
        "closed": exemption is not None,
        "reason": EXEMPT if exemption else "",
        "steps_allowed": [step.title for step in trigger.steps],
        "decided_by": trigger.decider,
        "transfer_to_police": trigger.suspicion,
    }


def _fact(given: Given) -> Answers:
    """The trigger whose condition the fact meets, in the document or the campaign that it is about."""
    fact, kind = given.text("fact"), given.text("kind")
    campaign, clause = given.text("campaign"), given.text("clause")
    given.take("county")
    for trigger in _of_clause(clause) if clause else TRIGGERS:
        about = trigger.campaign == campaign if campaign else bool(clause)
        if about and {fact, kind} & set(trigger.conditions):
            return {"trigger": trigger.key, "step": trigger.steps[0].title, "cites": str(trigger.cites)}
    return {"trigger": None, "step": None}


def _of_clause(citation: str) -> Iterator[Trigger]:
    """Of the clause, or of any of a document; the name of a document's part may be left out."""
    clause = Clause.parse(citation)
    for trigger in TRIGGERS:
        if trigger.cites.number == clause.number and trigger.cites.path.endswith(clause.path):
            yield trigger


answer = answering(
    {
        "restriction": _restriction,
        "ranking": _ranking,
        "step": _step,
        "trigger": _trigger,
        "fact": _fact,
    }
)
