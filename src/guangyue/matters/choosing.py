"""颗粒化: from what an applicant answers to the one situation that is his. Knows no database."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guangyue.matters.declaration import Answer, Declaration, Question, Variant


class BrokenTree(ValueError):
    """The questions lead nowhere, or in a circle; what is released never does."""


@dataclass(frozen=True)
class Choice:
    """How far the answers lead: the questions answered so far, and what comes next."""

    answered: tuple[tuple[Question, Answer], ...]
    next: Question | Variant

    @property
    def question(self) -> Question | None:
        return self.next if isinstance(self.next, Question) else None

    @property
    def variant(self) -> Variant | None:
        return self.next if isinstance(self.next, Variant) else None


def choose(declaration: Declaration, answers: Mapping[str, str]) -> Choice:
    """The next question, or the situation that the answers lead to.

    Answers stand under the key of their question, by their title. One that the question does not offer is
    as none: the question is asked again. Answers off the road are not looked at.
    """
    answered: list[tuple[Question, Answer]] = []
    step = _beginning(declaration)
    while isinstance(step, Question):
        if len(answered) > len(declaration.questions):
            raise BrokenTree(f"{declaration.name}的问题兜了圈子。")
        answer = _given(step, answers)
        if answer is None:
            break
        answered.append((step, answer))
        step = _led_to(declaration, answer)
    return Choice(tuple(answered), step)


def tree_faults(declaration: Declaration) -> Iterator[str]:
    """What keeps a path of answers from ending in one situation, and the situations in which none ends."""
    yield from _repeated("问题", (one.key for one in declaration.questions))
    yield from _repeated("办理情形", (one.key for one in declaration.variants))
    if not declaration.questions:
        if len(declaration.variants) > 1:
            yield "办理情形不止一种，却没有用来选择的问题"
        return
    for question in declaration.questions:
        yield from _question_faults(declaration, question)
    yield from _circles(declaration)
    yield from _unreached(declaration)


def _beginning(declaration: Declaration) -> Question | Variant:
    if declaration.questions:
        return declaration.questions[0]
    if len(declaration.variants) == 1:
        return declaration.variants[0]
    raise BrokenTree(f"{declaration.name}没有可以选择的办理情形。")


def _given(question: Question, answers: Mapping[str, str]) -> Answer | None:
    said = answers.get(question.key)
    return next((one for one in question.answers if one.title == said), None)


def _led_to(declaration: Declaration, answer: Answer) -> Question | Variant:
    steps: tuple[Question | Variant, ...] = declaration.questions if answer.question else declaration.variants
    sought = answer.question or answer.variant
    found = next((one for one in steps if one.key == sought), None)
    if found is None:
        raise BrokenTree(f"回答“{answer.title}”没有去向。")
    return found


def _repeated(what: str, keys: Iterator[str]) -> Iterator[str]:
    yield from (f"{what}的标识 {key} 重复" for key, times in Counter(keys).items() if times > 1)


def _question_faults(declaration: Declaration, question: Question) -> Iterator[str]:
    if not question.answers:
        yield f"问题“{question.title}”没有回答可选"
    yield from _repeated(f"问题“{question.title}”的回答", (one.title for one in question.answers))
    for answer in question.answers:
        if bool(answer.question) == bool(answer.variant):
            yield f"问题“{question.title}”的回答“{answer.title}”要通向一个问题，或者一种办理情形"
        elif answer.question and answer.question not in {one.key for one in declaration.questions}:
            yield f"回答“{answer.title}”通向没有的问题 {answer.question}"
        elif answer.variant and answer.variant not in {one.key for one in declaration.variants}:
            yield f"回答“{answer.title}”通向没有的办理情形 {answer.variant}"


def _leads(declaration: Declaration) -> dict[str, set[str]]:
    """The questions that each question leads to."""
    return {
        one.key: {answer.question for answer in one.answers if answer.question}
        for one in declaration.questions
    }


def _circles(declaration: Declaration) -> Iterator[str]:
    """What is left once every question that ends was taken away, again and again."""
    open_leads = _leads(declaration)
    while ended := [key for key, leads in open_leads.items() if not leads & open_leads.keys()]:
        for key in ended:
            del open_leads[key]
    if open_leads:
        titles = (one.title for one in declaration.questions if one.key in open_leads)
        yield f"问题兜了圈子：{'、'.join(titles)}"


def _unreached(declaration: Declaration) -> Iterator[str]:
    leads = _leads(declaration)
    reached, waiting = set[str](), [declaration.questions[0].key]
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting.extend(leads.get(key, ()))
    ends = {
        answer.variant
        for question in declaration.questions
        if question.key in reached
        for answer in question.answers
    }
    yield from (f"走不到问题“{one.title}”" for one in declaration.questions if one.key not in reached)
    yield from (f"走不到办理情形“{one.title}”" for one in declaration.variants if one.key not in ends)
