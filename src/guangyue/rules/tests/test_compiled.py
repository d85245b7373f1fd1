"""The function made of a rule says what the steps of its tree say, and says it of each node once."""

import pytest
from hypothesis import given, settings

from guangyue.gazette.document import Document
from guangyue.rules.authoring import Rule, need, rule
from guangyue.rules.cases import Case, step
from guangyue.rules.compiled import answers_of
from guangyue.rules.facts import Facts, flag, money
from guangyue.rules.symbols import Amount, yuan
from guangyue.rules.tests.people import ON, PERSON, RULES, TABLE, Person

MEASURES = Document("试政发〔2026〕9号", "试行办法", since=ON)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
@settings(max_examples=200, deadline=None)
@given(person=PERSON)
def test_the_function_answers_as_the_steps_do(rule: Rule, person: Person) -> None:
    case = Case((person.carried,), ON, TABLE)

    answers, amount, values = answers_of(rule)(case)

    assert answers == tuple(step(one.node)(case) for one in rule.conditions)
    assert amount == (step(rule.amount)(case) if rule.amount is not None else None)
    assert len(values) == len(rule.conditions)


class Firm(Facts):
    """企业."""

    paid = money("缴费")
    new = flag("新办")


@rule(cites=MEASURES.clause("第一条"), title="没有条件的补贴")
def without_conditions(firm: Firm) -> Amount:
    return firm.paid + yuan(1)


@rule(cites=MEASURES.clause("第二条"), title="只有条件的资格")
def without_an_amount(firm: Firm, other: Firm) -> None:
    need("两家都是新办", firm.new, other.new)


def test_a_rule_may_have_no_conditions_or_no_amount() -> None:
    old, new = Firm(new=False, paid=yuan(1)), Firm(new=True, paid=yuan(2))

    assert answers_of(without_conditions)(Case((new.carried,), ON, TABLE)) == ((), 300, ())
    both = answers_of(without_an_amount)(Case((new.carried, old.carried), ON, TABLE))
    assert both == ((False,), None, ((True, False),))


def test_the_facts_of_two_subjects_are_told_apart() -> None:
    new = Firm(new=True)

    assert answers_of(without_an_amount)(Case((new.carried, {}), ON, TABLE))[2] == ((True, None),)
