"""What a worked example says of somebody, as the facts that the rules of the other systems ask about.

The makers of their claims are used, with the same fields; what is said to be unknown stays so, whatever a
window would have verified.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from guangyue.kit.limits import months_after
from guangyue.kit.money import Money
from guangyue.rules.authoring import Rule
from guangyue.rules.facts import UNKNOWN, FactRefused, Facts
from guangyue.rules.prospects import nodes_of
from guangyue.rules.tree import Fact
from guangyue.systems.examples import Given, as_day
from liaocheng.employment_subsidies import claims as subsidies
from liaocheng.employment_subsidies import facts as of_subsidies
from liaocheng.finance_and_science_awards import examples as awards
from liaocheng.finance_and_science_awards import facts as of_awards
from liaocheng.policy_finding.rules import GROUPS, InTraining
from liaocheng.skills_training.examples import trainee_of
from liaocheng.skills_training.rules import Trainee
from liaocheng.social_assistance.examples import needy
from liaocheng.social_assistance.rules import Needy
from liaocheng.stable_employment import claims as stable
from liaocheng.stable_employment import facts as of_stable

PERSON, ENTERPRISE, AGENCY = "person", "enterprise", "agency"
SUBJECTS = (PERSON, ENTERPRISE, AGENCY)
UNKNOWN_WORD = "unknown"
UNREAD_FOR = timedelta(days=15)
SOME = Money(1)  # paid, and nobody said how much
LONGEST_TERM = 36  # months, 第七条 and 第八条
OF_MATCHES = ("applied", "paid", "signals")  # what is said about policies and needs, and is no fact

# What is said of somebody and no maker of a claim asks for.
OWN = (
    *("id", "uscc", "name", "applied", "paid", "signals", "history", "pays_si", "days", "first_approval"),
    *("flexible", "unemployed_since_graduation", "in_training", "in_public_post", "kind", "app"),
)

# What is about a person, about an enterprise, about an agency.
ABOUT: Mapping[str, tuple[type[Facts], ...]] = {
    PERSON: (
        of_subsidies.Person,
        of_subsidies.Training,
        of_subsidies.Insured,
        of_subsidies.Renewal,
        of_subsidies.Internship,
        of_stable.Person,
        of_stable.TemporaryPost,
        of_stable.Loan,
        Trainee,
        Needy,
        InTraining,
    ),
    ENTERPRISE: (
        of_subsidies.Enterprise,
        of_stable.Enterprise,
        of_stable.Dues,
        of_awards.Institution,
        of_awards.Listing,
        of_awards.Achievement,
    ),
    AGENCY: (of_subsidies.Service, of_stable.Service, of_stable.Founding),
}
FOUNDER = (of_subsidies.Person,)  # whom an enterprise's rules may ask about as well
# The names of the examples, where a fact has another.
CALLED: Mapping[type[Facts], Mapping[str, str]] = {
    of_subsidies.Person: {
        "groups": "cats",
        "woman": "sex",
        "birth": "birth_date",
        "graduated": "graduation_date",
        "retires": "retirement_date",
        "draws_unemployment_benefit": "ui_benefit",
        "grants": "history",
    },
    of_subsidies.Insured: {
        "person_paid": "pays_si",
        "unit_paid": "unit_si",
        "small_firm": "size",
        "declared": "flexible",
        "first_approved": "first_approval",
    },
    of_subsidies.Enterprise: {
        "founder_insured": "founder_pays_si",
        "rent_paid": "rent_paid_year",
        "year": "year_no",
        "qualifying_workers": "workers_qualifying",
        "grants": "history",
    },
    of_subsidies.Internship: {"retention": "retention_rate"},
    of_stable.Person: {"days": "in_training"},
    Trainee: {"draws_pension": "monthly_pension", "grants": "history"},
    Needy: {"birth": "birth_date"},
}


@dataclass(frozen=True)
class Told:
    """An example: whom it speaks of, on which day, and what it says of them."""

    given: Given

    @cached_property
    def today(self) -> date:
        today = self.given.day("today")
        if today is None:
            raise FactRefused("请写明是哪一天。", field="today")
        return today

    @cached_property
    def about(self) -> tuple[str, ...]:
        return tuple(one for one in SUBJECTS if one in self.given)

    @cached_property
    def said(self) -> Mapping[str, Any]:
        """All that is said of them, one beside the other."""
        return {key: value for one in self.about for key, value in self._part(one).items()}

    @cached_property
    def unknown(self) -> frozenset[str]:
        return frozenset(key for key, value in self.said.items() if value == UNKNOWN_WORD)

    @cached_property
    def claim(self) -> Given:
        """As a window would put it."""
        known = {
            key: value
            for key, value in self.said.items()
            if key not in self.unknown and not (key in OF_MATCHES and isinstance(value, list))
        }
        parts = {one: {key: known[key] for key in self._part(one) if key in known} for one in self.about}
        beside = {
            key: value
            for key, value in self.given.values.items()
            if key not in (*SUBJECTS, "today") and not (key in OF_MATCHES and isinstance(value, list))
        }
        others = {one: known for one in SUBJECTS if one not in self.about}  # of a founder, say
        return Given({**beside, **known, **others, **parts, "date": self.today, "paid": self._premiums()})

    @cached_property
    def signals(self) -> tuple[str, ...]:
        return tuple(self.said.get("signals") or ())

    @cached_property
    def wants_quiet(self) -> bool:
        """免打扰."""
        return self.given.part("preference").take("do_not_disturb") is True

    @cached_property
    def is_unreached(self) -> bool:
        """R11: nothing to be told by, or what was told fifteen days ago is unread."""
        told = self.given.part("told")
        sent = told.day("sent_at")
        unread = told.take("read") is False and sent is not None and self.today - sent >= UNREAD_FOR
        return self.take("app") is False or unread

    def take(self, key: str) -> Any:
        """What is said under a name; None for what is not, or is said to be unknown."""
        for one in self.about:
            self.given.part(one).take(key)
        return None if key in self.unknown else self.said.get(key)

    def may_be_about(self, rule: Rule) -> bool:
        """Whether the rule asks about nobody else than those the example speaks of, and about something that
        it says of them."""
        kinds = {kind for one in self.about for kind in ABOUT[one]}
        if ENTERPRISE in self.about and set(rule.subjects) & set(ABOUT[ENTERPRISE]):
            kinds.update(FOUNDER)
        asked = {self.names(kind, name) for kind in rule.subjects for name in self._asked(rule, kind)}
        spoken = {*self.said, *self._premiums(), *self.given.values} | {"birth_date"} & {*self._ages()}
        return set(rule.subjects) <= kinds and bool(asked & spoken)

    def subjects(self, rule: Rule, day: date) -> tuple[Facts, ...]:
        return tuple(self._facts(kind, rule, day) for kind in rule.subjects)

    def names(self, fact: type[Facts], name: str) -> str:
        return CALLED.get(fact, {}).get(name, name)

    def amount_is_said(self, rule: Rule) -> bool:
        """Not where the amount rests on what is only known to be something."""
        if rule.amount is None:
            return False
        nominal = {name for kind in rule.subjects for name, _ in self._nominal(kind)}
        return not any(isinstance(node, Fact) and node.name in nominal for node in rule.amount.walk())

    def figure(self, key: str, region: str | None, day: date) -> int | None:
        return subsidies.Claim(self.claim).figure(key, region, day)

    def finish(self) -> None:
        """What any of the makers has read was understood."""
        claims = (self.claim, self._stable_claim)
        parts = [*claims, *(claim.part(one) for claim in claims for one in self.about)]
        read = {key for part in parts for key in part.read} | {*OWN}
        for one in self.about:
            for key in read & self._part(one).keys():
                self.given.part(one).take(key)
        for key in read & self.given.values.keys():
            self.given.take(key)

    def _asked(self, rule: Rule, kind: type[Facts]) -> Iterator[str]:
        """The facts of one subject that the rule speaks of."""
        place = rule.subjects.index(kind)
        for _, node in nodes_of(rule):
            if isinstance(node, Fact) and node.place == place:
                yield node.name

    def _ages(self) -> Iterator[str]:
        if "age" in self.said:
            yield "birth_date"

    def _facts(self, kind: type[Facts], rule: Rule, day: date) -> Facts:
        facts = self._made(kind, rule)
        more: dict[str, object] = dict(self._nominal(kind))
        if kind is of_subsidies.Insured and self.take("flexible") is True and "declared" not in facts.values:
            more["declared"] = day  # who has not declared it yet can do so on the day asked about
        if kind is of_stable.Person and "expired" not in facts.values:
            approved = as_day(self.take("first_approval"))
            if approved is not None:
                more["expired"] = months_after(approved, LONGEST_TERM)
        more |= {name: UNKNOWN for name in kind.fields if self.names(kind, name) in self.unknown}
        return facts.but(**more)

    def _made(self, kind: type[Facts], rule: Rule) -> Facts:
        if kind in subsidies.MAKERS:
            made = subsidies.MAKERS[kind](self.claim, self.claim.take("history_months") or 0)
            return made.but(groups=()) if self._is_unspoken_founder(kind) else made
        if kind in awards.MAKERS:
            return awards.MAKERS[kind](self.claim)
        if kind in OTHERS:
            return OTHERS[kind](self.claim)
        return stable.Claim(self._stable_claim, instead=rule.key).subject(kind)

    @cached_property
    def _stable_claim(self) -> Given:
        """The packages know fewer groups of people by name."""
        cats = self.take("cats")
        if cats is None:
            return self.claim
        named = tuple(one for one in cats if one in of_stable.GROUPS) or (of_stable.GROUPS[-1],)
        part = {**self.claim.values.get(PERSON, {}), "cats": named}
        return Given({**self.claim.values, "cats": named, PERSON: part})

    def _is_unspoken_founder(self, kind: type[Facts]) -> bool:
        return kind is of_subsidies.Person and PERSON not in self.about and "cats" not in self.said

    def _nominal(self, kind: type[Facts]) -> Iterator[tuple[str, object]]:
        """What is said to be so, without how much."""
        pays, premiums = self.take("pays_si"), self._premiums()
        if kind is of_subsidies.Insured and isinstance(pays, bool) and "personal_si" not in premiums:
            yield "person_paid", SOME if pays else Money(0)
        if kind is of_stable.Person and self.take("in_training") is not None and self.take("days") is None:
            yield "days", int(bool(self.take("in_training")))

    def _premiums(self) -> Mapping[str, Any]:
        """`paid` is a list of what was paid out, or the premiums of a month."""
        paid = self.take("paid") or self.given.take("paid")
        return paid if isinstance(paid, Mapping) else {}

    def _part(self, one: str) -> Mapping[str, Any]:
        value = self.given.take(one)
        self.given.part(one)
        if not isinstance(value, Mapping):
            raise FactRefused("请写明是谁、有什么情况。", field=one)
        return value


def in_training(given: Given) -> Facts:
    cats = given.take("cats")
    known = None if cats is None else tuple(one for one in cats if one in GROUPS)
    return InTraining.said(
        cats=known, ui_benefit=given.take("ui_benefit"), in_training=given.take("in_training")
    )


OTHERS: Mapping[type[Facts], Callable[[Given], Facts]] = {
    Trainee: trainee_of,
    Needy: needy,
    InTraining: in_training,
}
