"""改设计: what each button of the designing page makes of a design. Knows no database."""

from collections.abc import Collection
from dataclasses import replace

from guangyue.bundles.design import Choice, Design, ThemePart, ThemeQuestion, When


def with_departments(design: Design, *, lead: str, cooperating: Collection[str], conditions: str) -> Design:
    return replace(design, lead=lead, cooperating=tuple(cooperating), conditions=conditions)


def with_part(design: Design, *, matter: str, choice: Choice, after: Collection[str]) -> Design:
    """A matter that is there already gets one more situation, asked before the others."""
    waits = tuple(code for code in after if code != matter)
    there = next((one for one in design.parts if one.matter == matter), None)
    if there is None:
        return replace(design, parts=(*design.parts, ThemePart(matter, (choice,), waits)))
    kept = tuple(one for one in there.choices if one != choice)
    more = ThemePart(matter, (choice, *kept), tuple(dict.fromkeys((*there.after, *waits))))
    return _with(design, more)


def without_part(design: Design, matter: str) -> Design:
    """去掉: and nobody waits for it any more."""
    kept = (one for one in design.parts if one.matter != matter)
    parts = tuple(replace(one, after=tuple(code for code in one.after if code != matter)) for one in kept)
    return replace(design, parts=parts)


def without_choice(design: Design, matter: str, place: int) -> Design:
    """One situation of a matter; with the last of them goes the matter."""
    part = next((one for one in design.parts if one.matter == matter), None)
    if part is None or not 0 <= place < len(part.choices):
        return design
    choices = part.choices[:place] + part.choices[place + 1 :]
    return _with(design, replace(part, choices=choices)) if choices else without_part(design, matter)


def moved(design: Design, matter: str, *, by: int) -> Design:
    """上移 and 下移: how they are listed where the flow leaves it open."""
    parts = list(design.parts)
    place = next((nth for nth, one in enumerate(parts) if one.matter == matter), None)
    if place is None or not 0 <= place + by < len(parts):
        return design
    parts.insert(place + by, parts.pop(place))
    return replace(design, parts=tuple(parts))


def ordered(design: Design, matter: str, after: Collection[str]) -> Design:
    """先后: which of the others must be granted before it begins."""
    others = tuple(code for code in design.matters if code in after and code != matter)
    return replace(
        design,
        parts=tuple(replace(one, after=others) if one.matter == matter else one for one in design.parts),
    )


def with_question(design: Design, *, title: str, answers: Collection[str]) -> Design:
    numbers = [int(one.key[1:]) for one in design.questions if one.key[1:].isdecimal()]
    asked = ThemeQuestion(f"q{max(numbers, default=0) + 1}", title, tuple(answers))
    return replace(design, questions=(*design.questions, asked))


def without_question(design: Design, key: str) -> Design:
    """What rested on it rests on nothing."""
    return replace(
        design,
        questions=tuple(one for one in design.questions if one.key != key),
        parts=tuple(
            replace(part, choices=tuple(_unasked(choice, key) for choice in part.choices))
            for part in design.parts
        ),
    )


def when_of(written: str) -> tuple[When, ...]:
    """`question=answer`, as the form offers it; nothing where it holds always."""
    key, _, answer = written.partition("=")
    return (When(key, answer),) if key else ()


def _unasked(choice: Choice, key: str) -> Choice:
    return replace(choice, when=tuple(one for one in choice.when if one.question != key))


def _with(design: Design, part: ThemePart) -> Design:
    return replace(design, parts=tuple(part if one.matter == part.matter else one for one in design.parts))
