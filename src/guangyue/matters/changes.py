"""版本差异: what one version of a matter says otherwise than the one before. Knows no database."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from guangyue.matters.comparing import told
from guangyue.matters.declaration import Declaration, Explanation, Material, Question, Source, Variant
from guangyue.matters.elements import Element, said_of

STOP = "。"


@dataclass(frozen=True)
class Change:
    """改动: a part of a matter, before and after; nothing where it was not, or is no more."""

    part: str
    before: str
    after: str


OTHERS: Mapping[str, Callable[[Declaration], object]] = {
    "法定时限": lambda one: one.statutory_days,
    "别名": lambda one: one.aliases,
    "标签": lambda one: [flag.value for flag in one.flags],
    "领域或者群体": lambda one: one.field_of_life,
    "不进大厅的理由": lambda one: one.exception,
    "没有容缺材料的理由": lambda one: one.no_deferrable_because,
    "办事环节": lambda one: one.actual_steps,
    "流程": lambda one: one.flow,
    "规则": lambda one: one.rule,
}


def changes_between(before: Declaration, after: Declaration) -> Iterator[Change]:
    """The ten elements first, then papers, situations, questions and the rest."""
    old, new = said_of(before), said_of(after)
    for element in Element:
        if old[element] != new[element]:
            yield Change(element.value, told(old[element]), told(new[element]))
    yield from _parts("材料", _materials(before), _materials(after))
    yield from _parts("办理情形", _variants(before), _variants(after))
    yield from _parts("问题", _questions(before), _questions(after))
    yield from _parts("表单项", _fields(before), _fields(after))
    for title, of in OTHERS.items():
        if of(before) != of(after):
            yield Change(title, told(of(before)), told(of(after)))


def describe_material(one: Material) -> str:
    """A paper in a sentence: essential or deferrable, and who brings it."""
    kind = f"可以容缺，{one.supply_days} 个工作日内补齐" if one.deferrable else "主要材料"
    whose = "" if one.source is Source.APPLICANT else f"，由{one.fetched_from}提供（{one.source.value}）"
    return f"{one.title}：{kind}{whose}"


def _parts(part: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            yield Change(part, before.get(key, ""), after.get(key, ""))


def _materials(one: Declaration) -> dict[str, str]:
    return {material.code: describe_material(material) for material in one.materials}


def _variants(one: Declaration) -> dict[str, str]:
    return {variant.key: _variant(one, variant) for variant in one.variants}


def _variant(one: Declaration, variant: Variant) -> str:
    papers = "、".join(material.title for material in one.materials_of(variant))
    parts = [f"{variant.title}：{papers or '不要材料'}；承诺 {one.promised(variant)} 个工作日"]
    if variant.conditions:
        parts.append(f"条件：{variant.conditions.rstrip(STOP)}")
    if variant.review_points:
        parts.append(f"要点：{'、'.join(variant.review_points)}")
    parts += [_said(one) for one in _explanations(variant)]
    return "；".join(parts)


def _said(one: Explanation) -> str:
    """A question keeps its own mark; what is said stands among others."""
    asked = one.asked if one.asked.endswith("？") else f"{one.asked}："
    return f"{asked}{one.said.rstrip(STOP)}"


def _explanations(variant: Variant) -> tuple[Explanation, ...]:
    return (*variant.samples, *variant.terms, *variant.faqs)


def _questions(one: Declaration) -> dict[str, str]:
    return {question.key: _question(one, question) for question in one.questions}


def _question(one: Declaration, question: Question) -> str:
    titles = {**{each.key: each.title for each in one.questions}, **{v.key: v.title for v in one.variants}}
    answers = (
        f"{answer.title} → {titles.get(answer.question or answer.variant, '')}" for answer in question.answers
    )
    return f"{question.title}（{'；'.join(answers)}）"


def _fields(one: Declaration) -> dict[str, str]:
    return {
        field.key: f"{field.title}（{field.entry.value}{'' if field.required else '，可以不填'}）"
        for field in one.fields
    }
