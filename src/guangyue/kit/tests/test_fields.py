"""Fields: what a form says of a bad value, and what the database gives back of a good one."""

from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.test.utils import isolate_apps

from guangyue.kit.fields import CreditCodeFormField, IdNumberFormField, MoneyField, MoneyFormField
from guangyue.kit.identities import make_credit_code
from guangyue.kit.money import NOTHING, Money


class PaymentForm(forms.Form):
    amount = MoneyFormField(least=Money(1), most=Money.yuan(10_000))
    payee = IdNumberFormField()
    payer = CreditCodeFormField(required=False)


def filled(**values: str) -> PaymentForm:
    return PaymentForm({"amount": "60", "payee": "11010519491231002X", **values})


def test_a_form_hands_on_money_and_tidied_numbers() -> None:
    code = make_credit_code(region="371502", serial=7).text

    form = filled(amount="￥1,234.5", payee="110105 19491231 002x", payer=code.lower())

    assert form.is_valid()
    assert form.cleaned_data == {"amount": Money(123450), "payee": "11010519491231002X", "payer": code}


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("amount", "", "这个字段是必填项。"),
        ("amount", "1.234", "请填写金额，单位为元，最多两位小数，例如 1234.50。"),
        ("amount", "0", "金额不能低于 ¥0.01。"),
        ("amount", "10000.01", "金额不能超过 ¥10,000.00。"),
        ("payee", "", "这个字段是必填项。"),
        ("payee", "110105194912310021", "身份证号码的校验码（最后一位）不对，请逐位核对。"),
        ("payer", "9137", "统一社会信用代码应为 18 位，现在是 4 位。"),
    ],
)
def test_a_bad_value_gets_its_sentence_at_the_field(field: str, typed: str, sentence: str) -> None:
    form = filled(**{field: typed})

    assert form.errors == {field: [sentence]}


def test_a_form_shows_money_as_it_is_typed() -> None:
    form = PaymentForm(initial={"amount": Money(123450)})

    assert 'value="1234.50"' in str(form["amount"])
    assert 'inputmode="decimal"' in str(form["amount"])


@pytest.mark.django_db
@isolate_apps("guangyue.kit")
def test_money_comes_back_from_the_database_as_it_went_in() -> None:
    class Payment(models.Model):
        amount = MoneyField("金额", null=True)

        class Meta:
            app_label = "kit"

    with connection.schema_editor() as editor:
        editor.create_model(Payment)
    Payment._default_manager.bulk_create(
        [Payment(amount=Money(105)), Payment(amount=Money(-5)), Payment(amount=None)]
    )

    amounts = Payment._default_manager.order_by("pk").values_list("amount", flat=True)
    total = Payment._default_manager.aggregate(total=models.Sum("amount"))["total"]

    assert list(amounts) == [Money(105), Money(-5), None]
    assert total == Money(100)
    assert Payment._default_manager.filter(amount__gt=NOTHING).get().amount == Money(105)


@pytest.mark.parametrize("bad", [1, 1.5, "60"])
def test_a_money_field_takes_nothing_but_money(bad: Any) -> None:
    with pytest.raises(TypeError):
        MoneyField().get_prep_value(bad)


def test_a_money_field_reads_what_a_fixture_wrote() -> None:
    assert MoneyField().to_python("1234.50") == Money(123450)
    with pytest.raises(ValidationError):
        MoneyField().to_python("much")
