"""A matter and its versions, for tests."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from guangyue.accounts.models import User
from guangyue.kit.clocks import SHANGHAI
from guangyue.matters.declaration import (
    Answer,
    Audience,
    Basis,
    Declaration,
    Explanation,
    Flag,
    FormField,
    Level,
    Material,
    PowerKind,
    Question,
    Source,
    Variant,
)
from guangyue.matters.models import Exercise, Matter, MatterVersion
from guangyue.matters.services.checking import approve_version, begin_change, check_basis, submit_version
from guangyue.matters.services.releasing import propose_version, release_version
from guangyue.organisations.models import Organisation

LONG_AGO = date(2019, 1, 1)
AT = datetime(2020, 6, 1, 10, tzinfo=SHANGHAI)  # a Monday

SHOP = Declaration(
    code="990101",
    name="小店开办许可",
    kind=PowerKind.PERMIT,
    bases=(Basis("测试条例", "第三条", "行政法规"),),
    levels=(Level.CITY, Level.COUNTY),
    conditions="有固定的经营场所",
    audience=Audience.BOTH,
    materials=(
        Material("licence", "营业执照", source=Source.LICENCE, fetched_from="市场监管局"),
        Material("form", "申请表", sample="逐项填写"),
        Material("plan", "场所平面图", deferrable=True, supply_days=10),
    ),
    promised_days=5,
    statutory_days=20,
    flags=(Flag.ENTERPRISE, Flag.ONLINE, Flag.FREQUENT),
    aliases=("开小店", "办证"),
    fields=(FormField("address", "地址"),),
    variants=(
        Variant(
            "new",
            "新办",
            materials=("licence", "form", "plan"),
            fields=("address",),
            review_points=("场所属实",),
            faqs=(Explanation("要多久？", "五个工作日。"),),
        ),
        Variant("renewal", "延续", materials=("licence", "form"), promised_days=3),
    ),
    questions=(
        Question(
            "have_one",
            "有没有许可证？",
            (Answer("没有", variant="new"), Answer("有，快到期了", variant="renewal")),
        ),
    ),
    actual_steps=2,
)


def a_matter(
    owner: Organisation, *, declaration: Declaration = SHOP, since: date = LONG_AGO, **changes: Any
) -> Matter:
    """Released, and exercised by its owner where that is."""
    version = propose_version(
        declaration=replace(declaration, **changes), owner=owner, reason="测试", by=None, at=AT
    )
    release_version(version=version, since=since, by=None, at=AT)
    Exercise.objects.get_or_create(
        matter=version.matter, unit=owner, region=owner.region, defaults={"level": Level.CITY.name}
    )
    return Matter.objects.select_related("current", "owner").get(pk=version.matter_id)


def a_change(matter: Matter, *, by: User, at: datetime = AT, **changes: Any) -> MatterVersion:
    """A draft that says something else than what is in force."""
    assert matter.current is not None
    declared = replace(matter.current.declared, **changes)
    return begin_change(declaration=declared, owner=matter.owner, reason="法律修改", by=by, at=at)


def released(
    version: MatterVersion, *, checker: User, releaser: User, since: date, at: datetime
) -> MatterVersion:
    """Sent for checks, checked and released, by different people."""
    assert version.proposed_by is not None
    submit_version(version=version, by=version.proposed_by, at=at)
    check_basis(version=version, by=checker, at=at)
    return approve_version(version=version, since=since, by=releaser, at=at)
