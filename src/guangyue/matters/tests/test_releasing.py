"""核对: what keeps a matter from release is named, and what only ought to be there is reported."""

from dataclasses import replace
from typing import Any

import pytest

from guangyue.matters.declaration import Basis, Fee, Flag, FormField, Material, PowerKind, Source, Variant
from guangyue.matters.elements import Element
from guangyue.matters.releasing import faults_of, looks_like_approval, remarks_of
from guangyue.matters.tests.factories import SHOP

FORM = Material("form", "申请表")


def said_of(**changes: Any) -> list[str]:
    return [str(fault) for fault in faults_of(replace(SHOP, **changes))]


def with_paper(**changes: Any) -> dict[str, Any]:
    paper = replace(FORM, **changes)
    only = Variant("only", "情形", materials=(paper.code,))
    return {"materials": (paper,), "variants": (only,), "questions": ()}


def test_what_is_complete_can_be_released() -> None:
    assert said_of() == []


@pytest.mark.parametrize(
    ("changes", "element"),
    [
        ({"name": ""}, Element.NAME),
        ({"code": ""}, Element.CODE),
        ({"bases": ()}, Element.BASIS),
        ({"levels": ()}, Element.LEVELS),
        ({"conditions": ""}, Element.CONDITIONS),
        ({"materials": ()}, Element.MATERIALS),
        ({"promised_days": 0}, Element.LIMIT),
    ],
)
def test_an_element_that_is_not_there_is_named(changes: dict[str, object], element: Element) -> None:
    assert f"{element.value}：没有填写" in said_of(**changes)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"bases": (Basis("测试条例", ""),)}, "第几条"),
        ({"fees": (Fee("工本费", "10 元", ""),)}, "标准和依据"),
        ({"promised_days": 21}, "超过法定 20 个工作日"),
        (with_paper(deferrable=True), "补齐的期限"),
        (with_paper(supply_days=5), "是主要材料，不可容缺"),
        (with_paper(title="其他材料"), "含糊"),
        (with_paper(asked_when="视情况"), "含糊"),
        (with_paper(fetched_from="公安局"), "不得向申请人索要"),
        (with_paper(source=Source.SHARED), "写明向谁获取"),
        ({"materials": (*SHOP.materials, FORM)}, "材料编码 form 重复"),
        ({"materials": (*SHOP.materials, Material("more", "多余的"))}, "没有一种情形用得到"),
        ({"flags": (Flag.LIVELIHOOD,)}, "七个领域、五个群体"),
        ({"field_of_life": "老年人"}, "没有标为高频民生"),
        ({"exception": "业务量小"}, "市政府办公室"),
        ({"exception": "全程网办"}, "要标为全程网办"),
        ({"questions": ()}, "没有用来选择的问题"),
        ({"fields": (FormField("phone", "联系电话"),)}, "联系电话办哪一件都问"),
        ({"name": "证" * 201}, "最多 200 个字"),
        (with_paper(title="证" * 201), "的名称最多 200 个字"),
        (with_paper(code="m" * 61), "的编码最多 60 个字"),
        (with_paper(source=Source.SHARED, fetched_from="局" * 121), "的来源最多 120 个字"),
        ({"variants": (Variant("新办", "新办", materials=("form",)),), "questions": ()}, "的标识只用"),
    ],
)
def test_what_is_wrong_is_named(changes: dict[str, Any], said: str) -> None:
    assert any(said in fault for fault in said_of(**changes))


def test_what_nobody_applies_for_needs_neither_papers_nor_situations() -> None:
    faults = said_of(
        kind=PowerKind.PENALTY, on_application=False, materials=(), variants=(), questions=(), fields=()
    )

    assert faults == []


def test_an_enterprise_approval_with_nothing_to_owe_is_reported_unless_it_says_why() -> None:
    strict = replace(SHOP, **with_paper(code="form"))

    assert "容缺清单" in {one.part for one in remarks_of(strict)}
    assert "容缺清单" not in {
        one.part for one in remarks_of(replace(strict, no_deferrable_because="涉及安全"))
    }


def test_a_part_of_the_guide_with_nothing_in_it_is_reported() -> None:
    said = [str(one) for one in remarks_of(SHOP)]

    assert any("“延续”还没有审查要点、常见问题" in one for one in said)


def test_a_filing_that_works_as_an_approval_is_found() -> None:
    filing = replace(SHOP, kind=PowerKind.OTHER, needs_prior_consent=True, can_be_refused_on_merits=True)

    assert looks_like_approval(filing)
    assert not looks_like_approval(replace(filing, kind=PowerKind.PERMIT))
