"""参加情况: who is named in an event, with which title, in which parts."""

import re
from dataclasses import dataclass
from enum import Enum

from guangyue.chronicle.reading.names import Named, names_in


class Role(Enum):
    """参加方式, as the verbs behind a name tell."""

    HOST = "主持"
    SPEECH = "讲话"
    ADDRESS = "致辞"
    PRESENT = "出席"
    OBSERVER = "列席"
    ACCOMPANIES = "陪同"
    VISITOR = "来访"
    LECTURER = "主讲"


@dataclass(frozen=True)
class Attended:
    """参加者: a printed name, with the title printed first, and every part taken. Whoever acts without one of
    these verbs, as in 到某地调研, has none."""

    name: str
    title: str
    roles: tuple[Role, ...]


QUOTED = re.compile(r"《[^》]*》|“[^”]*”")
VERBS = (
    (Role.HOST, re.compile(r"主持")),
    (Role.SPEECH, re.compile(r"(?<!重要)(?<!的)讲话(?!精神)|作(?:重要)?讲话|作[\u4e00-\u9fff]{0,4}讲话")),
    (Role.ADDRESS, re.compile(r"致辞|致词|致[\u4e00-\u9fff]{1,3}[辞词]")),
    (Role.OBSERVER, re.compile(r"列席")),
    (Role.ACCOMPANIES, re.compile(r"陪同")),
    (Role.LECTURER, re.compile(r"主讲|授课|作[\u4e00-\u9fff]{0,6}(?:辅导报告|专题讲座)")),
    (Role.PRESENT, re.compile(r"出席|参加|参会|收听收看|收看|观看")),
)
VISITS = (
    r"(?=[，,。；]|就|对|开展|进行|实地|调研|考察|检查|督导|督查|督察|指导|视察|巡查|稽查|洽谈|参观|走访|看望|慰问|访问|"
    r"出席|参加|考核|验收|座谈|作|召开)"
)


def visit_pattern(city: str) -> re.Pattern[str]:
    """来访: 来 with the city's short name, whichever it is; 来我市; 来 or 到 with its name."""
    named = re.escape(city) if city else r"(?!)"
    return re.compile(
        rf"(?<![以近本年往历])(?:[来莅抵]|莅临)(?:我[省市县区州盟旗]|访|(?:{named})[市县区州盟]?|[\u4e00-\u9fff]{{1,2}}?(?:[市县区])?{VISITS})"
        rf"|到(?:我[省市县区州盟旗]|(?:{named})[市县区州盟]?{VISITS})"
    )


def attended(text: str, city: str = "") -> tuple[Attended, ...]:
    """Everybody named in an event, in the order of their first mention."""
    visit = visit_pattern(city)
    people: dict[str, Attended] = {}
    for sentence in re.findall(r"[^。！？]+", text):
        for named, roles in _parts(sentence, visit):
            known = people.get(named.name, Attended(named.name, named.title, ()))
            people[named.name] = Attended(
                named.name,
                known.title or named.title,
                known.roles + tuple(role for role in roles if role not in known.roles),
            )
    return tuple(people.values())


def _parts(sentence: str, visit: re.Pattern[str]) -> list[tuple[Named, list[Role]]]:
    """Each name with the roles that the words up to the next group of names give it."""
    names = names_in(sentence)
    quiet = QUOTED.sub(lambda quoted: "□" * len(quoted[0]), sentence)
    parts: list[tuple[Named, list[Role]]] = []
    group: list[Named] = []
    for index, named in enumerate(names):
        group.append(named)
        following = names[index + 1] if index + 1 < len(names) else None
        between = quiet[named.end : following.start - len(following.title) if following else None]
        if following and re.fullmatch(r"[、，,\s]*", between):
            continue
        roles = [role for role, verb in VERBS if verb.search(between)]
        if visit.search(between):
            roles = [
                Role.VISITOR,
                *(role for role in roles if role in (Role.SPEECH, Role.ADDRESS, Role.HOST)),
            ]
        parts += [(one, roles) for one in group]
        group = []
    return parts
