"""事项内容 part by part: what of a declaration people fill in, in a form or in a table, and how each thing is
written as text and read again. Knows no database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any

from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import (
    Answer,
    Audience,
    Basis,
    Declaration,
    Entry,
    Explanation,
    Fee,
    Flag,
    FormField,
    Level,
    Material,
    PowerKind,
    Question,
    Source,
    Variant,
)
from guangyue.matters.releasing import read_deferrable

YES, NO = "是", "否"
MAIN, MINOR = "主要", "次要"
BETWEEN, ARROW, BAR = "、", "→", "｜"
MOST_DAYS = 3650


class As(Enum):
    """How a thing is written."""

    TEXT = "文字"
    LONG = "长文字"
    NUMBER = "数"
    YES_NO = "是否"
    CHOICE = "单选"
    SEVERAL = "多选"
    LINES = "一行一条"
    PAIRS = "一行一条，前后用｜隔开"
    ANSWERS = "一行一个回答，写成：回答→问题或者情形的标识"


@dataclass(frozen=True)
class Attribute:
    """项目: one thing that is said of a part."""

    key: str
    title: str
    as_: As = As.TEXT
    required: bool = False
    of: type[Enum] | None = None
    names: str = ""  # the part of which keys are chosen
    help: str = ""

    def choices(self, declaration: Declaration | None = None) -> list[tuple[str, str]]:
        if self.as_ is As.YES_NO:
            return [(NO, NO), (YES, YES)]
        if self.key == "grade":
            return [(MAIN, MAIN), (MINOR, MINOR)]
        if self.of:
            return [(one.value, one.value) for one in self.of]
        if declaration is None:
            return []
        rows = getattr(declaration, self.names)
        return [(part_of(self.names).key_of(one), one.title) for one in rows]


@dataclass(frozen=True)
class Part:
    """部分: rows of one sort, or the matter itself. What is not among its attributes stays as it was."""

    name: str
    title: str
    kind: type[Any]
    attributes: tuple[Attribute, ...]
    key: str = ""  # the attribute that tells rows apart; rows without one go by their place

    def key_of(self, one: Any) -> str:
        return str(getattr(one, self.key)) if self.key else ""

    def shown(self, one: Any) -> dict[str, str]:
        """A row as text."""
        return {attribute.key: show(attribute, one) for attribute in self.attributes}

    def read(self, said: Mapping[str, str], before: Any = None) -> Any:
        """A row from its text; raises Refused at the field."""
        values = {one.key: read(one, said[one.key]) for one in self.attributes if self._says(one, said)}
        if self.kind is Material and "grade" in values:
            values["deferrable"] = read_deferrable(values.pop("grade"), bool(values.get("deferrable")))
        return replace(before, **values) if before is not None else self.kind(**values)

    def _says(self, one: Attribute, said: Mapping[str, str]) -> bool:
        """Whether the text says something of it: an empty number or choice leaves it as usual."""
        if one.key not in said:
            return False
        if one.required or said[one.key].strip() or one.key == "grade":
            return True
        usual = next((field.default for field in fields(self.kind) if field.name == one.key), None)
        return one.as_ is not As.CHOICE and not (one.as_ is As.NUMBER and usual is not None)


KIND = Attribute("kind", "类型", As.CHOICE, required=True, of=PowerKind)
ELEMENTS = Part(
    "matter",
    "事项",
    Declaration,
    (
        Attribute("name", "事项名称", required=True),
        KIND,
        Attribute("levels", "行使层级", As.SEVERAL, required=True, of=Level),
        Attribute("audience", "服务对象", As.CHOICE, required=True, of=Audience),
        Attribute("conditions", "受理条件", As.LONG, required=True),
        Attribute("promised_days", "承诺时限（工作日）", As.NUMBER, required=True),
        Attribute("statutory_days", "法定时限（工作日）", As.NUMBER, help="法律没有规定的不填"),
        Attribute("on_application", "依申请", As.YES_NO),
        Attribute("aliases", "别名", As.LINES, help="老百姓的叫法，检索时也能找到"),
        Attribute("flags", "标签", As.SEVERAL, of=Flag),
        Attribute("field_of_life", "高频民生领域或者群体"),
        Attribute(
            "exception", "不进大厅的理由", help="涉密、涉稳、场地、全程网办；别的要先经市政府办公室同意"
        ),
        Attribute("no_deferrable_because", "没有容缺材料的理由"),
        Attribute("needs_prior_consent", "事先要经同意", As.YES_NO),
        Attribute("can_be_refused_on_merits", "能凭实质理由拒绝", As.YES_NO),
        Attribute("actual_steps", "办事环节（个）", As.NUMBER),
    ),
)
BASES = Part(
    "bases",
    "设定依据",
    Basis,
    (
        Attribute("title", "名称", required=True),
        Attribute("article", "第几条", required=True),
        Attribute("level", "层级"),
    ),
)
FEES = Part(
    "fees",
    "收费项目",
    Fee,
    (
        Attribute("item", "项目", required=True),
        Attribute("standard", "标准", required=True),
        Attribute("basis", "依据", required=True),
    ),
)
MATERIALS = Part(
    "materials",
    "申请材料",
    Material,
    (
        Attribute("code", "材料编码", required=True),
        Attribute("title", "材料名称", required=True),
        Attribute("grade", "主次", As.CHOICE, required=True),
        Attribute("deferrable", "容缺", As.YES_NO),
        Attribute("supply_days", "补齐期限（工作日）", As.NUMBER),
        Attribute("originals", "原件（份）", As.NUMBER),
        Attribute("copies", "复印件（份）", As.NUMBER),
        Attribute("source", "来源", As.CHOICE, of=Source),
        Attribute("fetched_from", "向谁获取"),
        Attribute("asked_when", "什么情况要"),
        Attribute("sample", "示范", As.LONG),
    ),
    key="code",
)
FIELDS = Part(
    "fields",
    "表单项",
    FormField,
    (
        Attribute("key", "标识", required=True),
        Attribute("title", "名称", required=True),
        Attribute("entry", "填写方式", As.CHOICE, of=Entry),
        Attribute("required", "必填", As.YES_NO),
        Attribute("choices", "选项", As.LINES),
        Attribute("help", "说明"),
    ),
    key="key",
)
VARIANTS = Part(
    "variants",
    "办理情形",
    Variant,
    (
        Attribute("key", "标识", required=True),
        Attribute("title", "名称", required=True),
        Attribute("conditions", "受理条件", As.LONG, help="和事项相同的不填"),
        Attribute("promised_days", "承诺时限（工作日）", As.NUMBER, help="和事项相同的不填"),
        Attribute("materials", "材料", As.SEVERAL, names="materials"),
        Attribute("fields", "表单项", As.SEVERAL, names="fields"),
        Attribute("review_points", "审查要点", As.LINES),
        Attribute("samples", "示范文本", As.PAIRS),
        Attribute("terms", "专业释义", As.PAIRS),
        Attribute("faqs", "常见问题", As.PAIRS),
    ),
    key="key",
)
QUESTIONS = Part(
    "questions",
    "选择情形的问题",
    Question,
    (
        Attribute("key", "标识", required=True),
        Attribute("title", "问题", required=True),
        Attribute("help", "说明"),
        Attribute("answers", "回答", As.ANSWERS, required=True),
    ),
    key="key",
)
PARTS = (ELEMENTS, BASES, FEES, MATERIALS, FIELDS, VARIANTS, QUESTIONS)


def part_of(name: str) -> Part:
    return next(one for one in PARTS if one.name == name)


def rows_of(declaration: Declaration, part: Part) -> tuple[Any, ...]:
    """The rows of a part; of the matter itself, one."""
    return (declaration,) if part is ELEMENTS else tuple(getattr(declaration, part.name))


def show(attribute: Attribute, one: Any) -> str:
    """What a row says of an attribute, as text."""
    if attribute.key == "grade":
        return MINOR if one.deferrable else MAIN
    value = getattr(one, attribute.key)
    match attribute.as_:
        case As.YES_NO:
            return YES if value else NO
        case As.CHOICE:
            return str(value.value)
        case As.SEVERAL:
            return BETWEEN.join(str(each.value) if attribute.of else each for each in value)
        case As.LINES:
            return "\n".join(value)
        case As.PAIRS:
            return "\n".join(f"{each.asked}{BAR}{each.said}" for each in value)
        case As.ANSWERS:
            return "\n".join(f"{each.title}{ARROW}{each.question or each.variant}" for each in value)
    return "" if value is None else str(value)


def read(attribute: Attribute, text: str) -> Any:
    """The value that the text says; raises Refused at the field."""
    text = text.strip()
    if attribute.required and not text:
        raise Refused(f"“{attribute.title}”没有填写。", field=attribute.key)
    match attribute.as_:
        case As.NUMBER:
            return _number(attribute, text)
        case As.YES_NO:
            return text == YES
        case As.CHOICE if attribute.of:
            return _one_of(attribute, text)
        case As.SEVERAL:
            pieces = tuple(filter(None, (one.strip() for one in text.split(BETWEEN))))
            return tuple(_one_of(attribute, one) for one in pieces) if attribute.of else pieces
        case As.LINES:
            return tuple(_lines(text))
        case As.PAIRS:
            return tuple(Explanation(*_halves(attribute, line, BAR)) for line in _lines(text))
        case As.ANSWERS:
            return tuple(Answer(*_halves(attribute, line, ARROW)) for line in _lines(text))
    return text


def with_rows(declaration: Declaration, part: Part, rows: tuple[Any, ...]) -> Declaration:
    """The declaration with these rows of a part; an answer leads where its key says: to a question, else to a
    situation."""
    said: dict[str, Any] = {} if part is ELEMENTS else {part.name: rows}
    after: Declaration = rows[0] if part is ELEMENTS else replace(declaration, **said)
    keys = {one.key for one in after.questions}
    return replace(
        after,
        questions=tuple(
            replace(one, answers=tuple(_led(answer, keys) for answer in one.answers))
            for one in after.questions
        ),
    )


def _led(answer: Answer, questions: set[str]) -> Answer:
    key = answer.question or answer.variant
    if key in questions:
        return Answer(answer.title, question=key)
    return Answer(answer.title, variant=key)


def _one_of(attribute: Attribute, text: str) -> Enum | None:
    assert attribute.of is not None
    found = next((one for one in attribute.of if one.value == text), None)
    if found is None:
        raise Refused(f"“{attribute.title}”没有“{text}”这一项。", field=attribute.key)
    return found


def _number(attribute: Attribute, text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not 0 <= int(text[:9]) <= MOST_DAYS:
        raise Refused(f"“{attribute.title}”应当是 0 到 {MOST_DAYS} 的整数。", field=attribute.key)
    return int(text)


def _lines(text: str) -> Iterator[str]:
    return filter(None, (line.strip() for line in text.splitlines()))


def _halves(attribute: Attribute, line: str, mark: str) -> tuple[str, str]:
    before, found, after = line.replace("->", ARROW).replace("|", BAR).partition(mark)
    if not found or not before.strip() or not after.strip():
        raise Refused(f"“{attribute.title}”的一行要用{mark}分成两半：{line}", field=attribute.key)
    return before.strip(), after.strip()
