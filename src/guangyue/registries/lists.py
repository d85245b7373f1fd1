"""The lists of persons, households, firms and places, of corrections, looks and objections."""

from collections.abc import Callable
from typing import cast

from django.db.models import Q
from django.http import HttpRequest

from guangyue.kit.access import SignedInRequest
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.kit.masks import mask_name
from guangyue.organisations.models import Region
from guangyue.registries.facts import About, kind_of
from guangyue.registries.models import Correction, Lookup, Objection


def _townships(request: HttpRequest) -> list[tuple[str, str]]:
    """Those within reach, with the district each lies in."""
    rows = Region.objects.of_township_level().within(cast(SignedInRequest, request).scope)
    named = rows.order_by("parent_id", "code").values_list("code", "name", "parent__name")
    return [(code, f"{district} {name}") for code, name, district in named]


def options_of(about: About, key: str) -> tuple[str, ...]:
    """What a fact of one of several values may be."""
    return kind_of(about, key).shape.options


def _options(about: About, key: str) -> Callable[[HttpRequest], list[tuple[str, str]]]:
    return lambda request: [(option, option) for option in options_of(about, key)]


def _conclusion(objection: Objection) -> str:
    return {None: "", True: "查询不当", False: "查询正当"}[objection.improper]


# Names and numbers stay masked: whoever wants to see more opens a person and says what for.
PERSONS = Listing(
    key="registries.persons",
    title="居民",
    columns=(
        Column("name", "姓名", value=str),
        Column("id_number", "公民身份号码", value=lambda person: person.masked_number),
        Column("sex", "性别"),
        Column("birth_date", "出生年份", value=lambda person: f"{person.birth_date.year} 年"),
        Column("region", "居住镇街"),
    ),
    orders=(
        Order("entered", "按登记先后", ("id",)),
        Order("oldest", "年长在前", ("birth_date",), column="birth_date"),
        Order("youngest", "年幼在前", ("-birth_date",), column="birth_date"),
    ),
    filters=(
        Choice("region", "居住镇街", _townships),
        Choice("sex", "性别", _options(About.PERSON, "sex")),
        DayRange("birth_date", "出生日期"),
    ),
    search=("name",),
    search_hint="完整姓名",
    empty="管辖范围内还没有居民",
    empty_advice="演示数据由 guangyue demo 装入。",
)


HOUSEHOLDS = Listing(
    key="registries.households",
    title="家庭户",
    columns=(
        Column("number", "户号"),
        Column("members", "人数", number=True),
        Column("place", "所在场所"),
        Column("region", "所在镇街"),
    ),
    orders=(Order("number", "按户号", ("number",), column="number"),),
    filters=(Choice("region", "所在镇街", _townships),),
    search=("number__startswith",),
    search_hint="户号",
    empty="管辖范围内还没有家庭户",
)


FIRMS = Listing(
    key="registries.firms",
    title="经营主体",
    columns=(
        Column("name", "名称"),
        Column("credit_code", "统一社会信用代码"),
        Column("kind", "类型", chosen=False),
        Column("industry", "行业"),
        Column("size", "规模"),
        Column("status", "登记状态"),
        Column("region", "所在镇街"),
        Column("registered_on", "成立日期"),
    ),
    orders=(
        Order("newest", "新成立在前", ("-registered_on",), column="registered_on"),
        Order("oldest", "成立早在前", ("registered_on",), column="registered_on"),
        Order("name", "按名称", ("name",), column="name"),
    ),
    filters=(
        Choice("region", "所在镇街", _townships),
        Choice("kind", "类型", _options(About.FIRM, "kind")),
        Choice("industry", "行业", _options(About.FIRM, "industry")),
        Choice("size", "规模", _options(About.FIRM, "size")),
        Choice("status", "登记状态", _options(About.FIRM, "status")),
        DayRange("registered_on", "成立日期"),
    ),
    search=("name__contains", "credit_code__startswith"),
    search_hint="名称或者统一社会信用代码",
    empty="管辖范围内还没有经营主体",
    empty_advice="可以用 Excel 导入。",
)


PLACES = Listing(
    key="registries.places",
    title="场所",
    columns=(
        Column("title", "名称"),
        Column("kind", "类别"),
        Column("region", "所在镇街"),
        Column("number", "编号"),
    ),
    orders=(Order("title", "按名称", ("title",), column="title"),),
    filters=(
        Choice("region", "所在镇街", _townships),
        Choice("kind", "类别", _options(About.PLACE, "kind")),
    ),
    search=("title__contains", "number__startswith"),
    search_hint="名称或者编号",
    empty="管辖范围内还没有场所",
    empty_advice="可以用 Excel 导入。",
)


CORRECTIONS = Listing(
    key="registries.corrections",
    title="更正申请",
    columns=(
        Column("kind", "事实", value=lambda correction: correction.declared.title),
        Column("subject", "关于", value=lambda correction: str(correction.subject)),
        Column("reason", "理由"),
        Column("owner", "主管部门"),
        Column("raised_at", "申请时间"),
        Column("answer", "答复", value=Correction.get_answer_display),
    ),
    orders=(
        Order("oldest", "先提出的在前", ("raised_at",), column="raised_at"),
        Order("newest", "后提出的在前", ("-raised_at",), column="raised_at"),
    ),
    filters=(
        YesNo("open", "答复", Q(answered_at=None), words=("待答复", "已答复")),
        DayRange("raised_at", "申请时间", moments=True),
    ),
    empty="没有更正申请",
    empty_advice="居民、企业和其他部门认为事实有误时提出的申请，会出现在主管部门这里。",
)


LOOKUPS = Listing(
    key="registries.lookups",
    title="查询记录",
    columns=(
        Column("person", "被查询人"),
        Column("by", "查询人", value=lambda lookup: lookup.by.name),
        Column("organisation", "查询单位"),
        Column("at", "查询时间"),
        Column("purpose", "用途", value=Lookup.get_purpose_display),
        Column("case_number", "编号"),
        Column("explanation", "说明"),
        Column("kinds", "所查事实", value=lambda lookup: f"{len(lookup.kinds)} 项", number=True),
    ),
    orders=(
        Order("newest", "最近在前", ("-at",), column="at"),
        Order("oldest", "最早在前", ("at",), column="at"),
    ),
    filters=(
        Choice("purpose", "用途", tuple(Lookup.Purpose.choices)),
        DayRange("at", "查询时间", moments=True),
        YesNo("objected", "异议", Q(objection__isnull=False), words=("有", "没有")),
    ),
    search=("by__name__startswith", "case_number__startswith"),
    search_hint="查询人或者编号",
    empty="还没有查询记录",
    link=lambda lookup: "",
)


OBJECTIONS = Listing(
    key="registries.objections",
    title="查询异议",
    columns=(
        Column("person", "提出人", value=lambda objection: mask_name(objection.lookup.person.name)),
        Column("by", "查询人", value=lambda objection: objection.lookup.by.name),
        Column("organisation", "查询单位", value=lambda objection: objection.lookup.organisation),
        Column("reason", "理由"),
        Column("raised_at", "提出时间"),
        Column("improper", "结论", value=_conclusion),
    ),
    orders=(
        Order("oldest", "先提出的在前", ("raised_at",), column="raised_at"),
        Order("newest", "后提出的在前", ("-raised_at",), column="raised_at"),
    ),
    filters=(YesNo("open", "答复", Q(answered_at=None), words=("待答复", "已答复")),),
    empty="没有查询异议",
)
