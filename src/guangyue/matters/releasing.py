"""核对: what of a declaration is missing or wrong before it can be released. Knows no database."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from guangyue.kit.refusals import Refused
from guangyue.matters.choosing import tree_faults
from guangyue.matters.declaration import Declaration, Flag, Material, PowerKind, Source, Variant
from guangyue.matters.elements import Element, missing_of, said_of

CODE = re.compile(r"[0-9A-Za-z-]{1,40}")
KEY = re.compile(r"[0-9A-Za-z_-]{1,60}")  # of a situation: it stands in addresses
LONGEST_TITLE, LONGEST_CODE, LONGEST_HOLDER = 200, 60, 120  # as a case keeps them of its papers
NAMED = 20  # letters of what is too long
ASKED_OF_EVERYBODY = "联系电话"
VAGUE = ("其他材料", "其它材料", "视情况", "相关材料", "有关材料", "等材料")
APPROVED = "市政府办公室同意"  # how a reason begins that （八） does not name itself

FIELDS_OF_LIFE = ("社会保障", "卫生健康", "就业创业", "民政救助", "户籍办理", "公安交管", "交通运输")
GROUPS_OF_LIFE = ("老年人", "残疾人", "退役军人", "高校毕业生", "高层次人才")


class HallException(Enum):
    """不进大厅的理由, 聊政办字〔2019〕35号（八）."""

    CLASSIFIED = "涉密"
    STABILITY = "涉稳"
    PLACE = "场地"
    WHOLLY_ONLINE = "全程网办"


@dataclass(frozen=True)
class Fault:
    """不合规: an element or a part of a matter, and what is missing or wrong of it."""

    part: str
    said: str

    def __str__(self) -> str:
        return f"{self.part}：{self.said}"


class NotReleasable(Refused):
    """The matter cannot be released; each fault is named."""

    def __init__(self, faults: Collection[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("不能发布。" + "；".join(str(fault) for fault in self.faults) + "。")


def missing_elements(declaration: Declaration) -> list[str]:
    """The elements of the ten that are not there, by name."""
    said = said_of(declaration)
    return [one.value for one in missing_of(said, on_application=declaration.on_application)]


def faults_of(declaration: Declaration) -> list[Fault]:
    """What keeps it from being released."""
    return [
        *(Fault(element, "没有填写") for element in missing_elements(declaration)),
        *_element_faults(declaration),
        *_material_faults(declaration),
        *_limit_faults(declaration),
        *_situation_faults(declaration),
        *_field_faults(declaration),
        *_flag_faults(declaration),
        *_exception_faults(declaration),
    ]


def remarks_of(declaration: Declaration) -> list[Fault]:
    """What is reported and does not stand in the way: lacking lists, and parts of the guide."""
    return [*_list_remarks(declaration), *_guide_remarks(declaration)]


def read_deferrable(kind: str, deferrable: bool) -> bool:
    """主要 or 次要, and 容缺 or not, as a sheet says both: 主要材料不可缺."""
    if kind not in ("主要", "次要"):
        raise Refused("材料要写明是主要还是次要。", field="deferrable")
    if kind == "主要" and deferrable:
        raise Refused("主要材料不可缺，不能标为容缺。", field="deferrable")
    return deferrable


def exception_accepted(reason: str) -> bool:
    """Whether an 依申请 matter may stay out of the hall for this reason; empty is no exception."""
    return not reason or reason in {one.value for one in HallException} or reason.startswith(APPROVED)


def field_accepted(field_of_life: str) -> bool:
    """Whether a 高频民生 matter belongs to one of the seven fields or five groups of （三十七）."""
    return field_of_life in FIELDS_OF_LIFE or field_of_life in GROUPS_OF_LIFE


def looks_like_approval(declaration: Declaration) -> bool:
    """变相审批: not a permit, and yet nobody may act before consent that may be refused on the merits."""
    return (
        declaration.on_application
        and declaration.kind is not PowerKind.PERMIT
        and declaration.needs_prior_consent
        and declaration.can_be_refused_on_merits
    )


def lacks_deferrable(declaration: Declaration) -> bool:
    """涉企审批 without a list of what may be owed, and without a reason for it, （十五）."""
    return (
        Flag.ENTERPRISE in declaration.flags
        and not any(one.deferrable for one in declaration.materials)
        and not declaration.no_deferrable_because
    )


def _element_faults(declaration: Declaration) -> Iterator[Fault]:
    if declaration.code and not CODE.fullmatch(declaration.code):
        yield Fault(Element.CODE.value, "只用数字、字母和短横")
    if len(declaration.name) > LONGEST_TITLE:
        yield Fault(Element.NAME.value, f"最多 {LONGEST_TITLE} 个字")
    for basis in declaration.bases:
        if not basis.title.strip() or not basis.article.strip():
            yield Fault(Element.BASIS.value, f"“{basis.title or basis.article}”要写明名称和第几条")
    for fee in declaration.fees:
        if not (fee.item and fee.standard and fee.basis):
            yield Fault(Element.FEES.value, f"“{fee.item}”要写明标准和依据")


def _material_faults(declaration: Declaration) -> Iterator[Fault]:
    part = Element.MATERIALS.value
    for code, times in Counter(one.code for one in declaration.materials).items():
        if times > 1:
            yield Fault(part, f"材料编码 {code} 重复")
    for material in declaration.materials:
        yield from (Fault(part, said) for said in _faults_of_one(material))


def _faults_of_one(material: Material) -> Iterator[str]:
    title = material.title.strip()
    if not title or not material.code:
        yield f"材料 {title or material.code} 要有名称和编码"
    for what, text, most in (
        ("名称", title, LONGEST_TITLE),
        ("编码", material.code, LONGEST_CODE),
        ("来源", material.fetched_from, LONGEST_HOLDER),
    ):
        if len(text) > most:
            yield f"“{title[:NAMED]}”的{what}最多 {most} 个字"
    for vague in VAGUE:
        if vague in title or vague in material.asked_when:
            yield f"“{title}”含糊，写明是什么材料，不用“{vague}”这样的说法"
    if material.deferrable and not material.supply_days:
        yield f"“{title}”可以容缺，要写明补齐的期限"
    if not material.deferrable and material.supply_days:
        yield f"“{title}”是主要材料，不可容缺"
    if material.source is Source.APPLICANT and material.fetched_from:
        yield f"“{title}”能向{material.fetched_from}获取，不得向申请人索要"
    if material.source is not Source.APPLICANT and not material.fetched_from:
        yield f"“{title}”由本市获取，要写明向谁获取"


def _limit_faults(declaration: Declaration) -> Iterator[Fault]:
    statutory = declaration.statutory_days
    own = {one.title: one.promised_days for one in declaration.variants if one.promised_days is not None}
    for title, promised in {**own, declaration.name: declaration.promised_days}.items():
        if statutory is not None and promised > statutory:
            said = f"“{title}”承诺 {promised} 个工作日，超过法定 {statutory} 个工作日"
            yield Fault(Element.LIMIT.value, said)
    for title, promised in own.items():
        if promised < 1:
            yield Fault(Element.LIMIT.value, f"“{title}”的承诺时限要在一个工作日以上")


def _situation_faults(declaration: Declaration) -> Iterator[Fault]:
    part = "办理情形"
    if declaration.on_application and not declaration.variants:
        yield Fault(part, "依申请办理的事项要有办理情形")
    yield from (Fault(part, said) for said in tree_faults(declaration))
    materials = {one.code for one in declaration.materials}
    fields = {one.key for one in declaration.fields}
    for variant in declaration.variants:
        if not KEY.fullmatch(variant.key):
            yield Fault(part, f"“{variant.title}”的标识只用数字、字母、短横和下划线，最多 60 个")
        for code in dict.fromkeys(variant.materials):
            if code not in materials:
                yield Fault(part, f"“{variant.title}”要的材料 {code} 不在申请材料里")
        for key in set(variant.fields) - fields:
            yield Fault(part, f"“{variant.title}”要填的 {key} 不在表单里")
    used = {code for variant in declaration.variants for code in variant.materials}
    if declaration.variants:
        for material in declaration.materials:
            if material.code not in used:
                yield Fault(Element.MATERIALS.value, f"“{material.title}”没有一种情形用得到")


def _field_faults(declaration: Declaration) -> Iterator[Fault]:
    if any(field.title == ASKED_OF_EVERYBODY for field in declaration.fields):
        yield Fault("表单", f"{ASKED_OF_EVERYBODY}办哪一件都问，不用再列")


def _flag_faults(declaration: Declaration) -> Iterator[Fault]:
    named = declaration.field_of_life
    if Flag.LIVELIHOOD in declaration.flags and not field_accepted(named):
        yield Fault("标签", "高频民生事项要属于七个领域、五个群体之一")
    elif named and Flag.LIVELIHOOD not in declaration.flags:
        yield Fault("标签", f"写了领域“{named}”，没有标为高频民生")


def _exception_faults(declaration: Declaration) -> Iterator[Fault]:
    reason = declaration.exception
    if not exception_accepted(reason):
        yield Fault("不进大厅", f"理由“{reason}”不在所列之内，要先经市政府办公室同意")
    online = reason == HallException.WHOLLY_ONLINE.value
    if online and Flag.WHOLLY_ONLINE not in declaration.flags:
        yield Fault("不进大厅", "以全程网办为理由的，要标为全程网办")


def _list_remarks(declaration: Declaration) -> Iterator[Fault]:
    if lacks_deferrable(declaration):
        yield Fault("容缺清单", "涉企审批没有可以容缺的材料，也没有说明理由")
    if looks_like_approval(declaration):
        yield Fault("变相审批", "事先要经同意，又能凭实质理由拒绝，限期整改")


def _guide_remarks(declaration: Declaration) -> Iterator[Fault]:
    for variant in declaration.variants:
        lacking = [title for title, there in guide_parts(declaration, variant) if not there]
        if lacking:
            yield Fault("服务指南", f"“{variant.title}”还没有{'、'.join(lacking)}")


def guide_parts(declaration: Declaration, variant: Variant) -> tuple[tuple[str, bool], ...]:
    """服务指南的五个部分, （九）, and whether the situation has something to say in each."""
    sampled = variant.samples or any(one.sample for one in declaration.materials_of(variant))
    return (
        ("受理条件", bool(variant.conditions or declaration.conditions)),
        ("申报材料", bool(variant.materials)),
        ("示范文本", bool(sampled)),
        ("审查要点", bool(variant.review_points)),
        ("常见问题", bool(variant.faqs)),
    )
