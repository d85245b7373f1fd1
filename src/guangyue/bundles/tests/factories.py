"""Themes over small matters, and bundles of them, for tests."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.bundles.design import Choice, Circle, Design, Origin, ThemePart, ThemeQuestion, When
from guangyue.bundles.models import BundleCase, Theme
from guangyue.bundles.services.opening import hand_in_bundle, open_bundle
from guangyue.bundles.services.papers import add_files
from guangyue.bundles.services.themes import latest_version, open_theme, put_in_force
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case
from guangyue.cases.services.moving import move_case
from guangyue.cases.tests.factories import AT, a_matter
from guangyue.matters.declaration import (
    Audience,
    Basis,
    Declaration,
    Entry,
    FormField,
    Level,
    Material,
    PowerKind,
    Source,
    Variant,
)
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Firm, Person

FORM = Material("form", "申请表")
LEASE = Material("lease", "场所证明", deferrable=True, supply_days=10)
ARTICLES = Material("articles", "章程")
LICENCE = Material("licence", "营业执照", source=Source.LICENCE, fetched_from="市场监管局")
PLAN = Material("plan", "平面图")
NAME = FormField("name", "名称")
SEATS = FormField("seats", "座位数", Entry.NUMBER)
COOKS = ThemeQuestion("cooks", "供应堂食吗？", ("供应", "不供应"))


def declares(
    code: str,
    name: str,
    *materials: Material,
    fields: tuple[FormField, ...] = (NAME,),
    produces: tuple[str, ...] = (),
    days: int = 3,
    **said: object,
) -> Declaration:
    return Declaration(
        code=code,
        name=name,
        kind=PowerKind.PERMIT,
        bases=(Basis("测试条例", "第三条"),),
        levels=(Level.CITY,),
        conditions="有场所",
        no_deferrable_because="只有主要材料",
        audience=Audience.BOTH,
        materials=materials,
        promised_days=days,
        variants=(
            Variant(
                "new",
                "新办",
                materials=tuple(one.code for one in materials),
                fields=tuple(field.key for field in fields),
            ),
        ),
        fields=fields,
        produces=produces,
        **said,  # type: ignore[arg-type]
    )


REGISTRATION = declares("A1", "设立登记", FORM, ARTICLES, LEASE, produces=("licence",), days=2)
FOOD = declares("B1", "食品许可", FORM, LICENCE, PLAN, LEASE, fields=(NAME, SEATS), days=5)
SIGN = declares("C1", "招牌设置", PLAN, days=4)


def departments_of(region: Region) -> tuple[Organisation, Organisation]:
    """Those who lead the themes of the tests, and who cooperate."""
    made = [
        Organisation.objects.get_or_create(
            key=key,
            defaults={"name": name, "kind": Organisation.Kind.GOVERNMENT, "region": region},
        )[0]
        for key, name in (("lead", "牵头局"), ("other", "配合局"))
    ]
    return made[0], made[1]


def small_matters(lead: Organisation, other: Organisation) -> dict[str, Matter]:
    """Registration brings forth the licence that the food permit needs; the sign stands alone."""
    return {
        one.code: a_matter(owner, declaration=one)
        for one, owner in ((REGISTRATION, lead), (FOOD, other), (SIGN, other))
    }


def a_design(lead: Organisation, *others: Organisation) -> Design:
    return Design(
        lead=lead.key,
        cooperating=tuple(one.key for one in others),
        parts=(
            ThemePart("A1", (Choice("new"),)),
            ThemePart("B1", (Choice("new", (When("cooks", "供应"),)),)),
            ThemePart("C1", (Choice("new"),)),
        ),
        questions=(COOKS,),
    )


def a_theme(
    region: Region,
    *,
    released: bool = True,
    key: str = "restaurant",
    title: str = "开餐馆",
    lead: Organisation | None = None,
    conditions: str = "",
) -> Theme:
    first, other = departments_of(region)
    lead = lead or first
    if not Matter.objects.filter(code="A1").exists():
        small_matters(lead, other)
    theme = open_theme(
        key=key,
        title=title,
        circle=Circle.ENTERPRISE.name,
        origin=Origin.DEPARTMENT.name,
        design=replace(a_design(lead, other), conditions=conditions),
        by=None,
        at=AT,
    )
    return put_in_force(theme, latest_version(theme), by=None, at=AT) if released else theme


def a_bundle(
    theme: Theme,
    *,
    cooks: str = "供应",
    applicant: Person | Firm | None = None,
    region: Region | None = None,
    lacking: Collection[str] = (),
    answers: Mapping[str, object] | None = None,
    **said: object,
) -> BundleCase:
    """Handed in, with all papers but those it is `lacking`."""
    bundle = a_draft(theme, cooks=cooks, applicant=applicant, region=region, lacking=lacking)
    bundle.answers = dict(answers or {"name": "湖畔小馆", "seats": 20})
    bundle.save()
    return hand_in_bundle(bundle=bundle, consent=True, at=AT, **said)  # type: ignore[arg-type]


def a_draft(
    theme: Theme,
    *,
    cooks: str = "供应",
    applicant: Person | Firm | None = None,
    region: Region | None = None,
    lacking: Collection[str] = (),
) -> BundleCase:
    bundle = open_bundle(
        theme=theme,
        situation={"cooks": cooks},
        region=region or theme.lead.region,
        applicant=applicant,
        name="湖畔小馆",
        at=AT,
    )
    for paper in bundle.papers.exclude(code__in=lacking):
        add_files(paper=paper, files=(), at=AT, on_paper=True)
    return bundle


def case_of(bundle: BundleCase, matter: str) -> Case:
    case = bundle.parts.get(matter=matter).case
    assert case is not None, matter
    return case


def grant(case: Case, *, at: datetime = AT, arrow: str = "grant") -> None:
    reviewer: User = a_user()
    decider: User = a_user()
    move_case(case=case, arrow="propose", by=reviewer, actor=Actor.REVIEWER, at=at, said="符合条件")
    move_case(case=case, arrow=arrow, by=decider, actor=Actor.DECIDER, at=at, said="现场不符合要求")
