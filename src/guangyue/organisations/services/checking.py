"""核对: the lines of a notice against the register. It finds; it changes nothing but the lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from guangyue.kit.wording import day
from guangyue.organisations.models import Notice, NoticeLine, Person, Post, Tenure
from guangyue.organisations.reading import is_chief
from guangyue.organisations.resolution import NameIndex

Problem = NoticeLine.Problem


@dataclass(frozen=True)
class Checking:
    """What the register says about everybody and every post a notice speaks of."""

    lines: Sequence[NoticeLine]
    names: NameIndex
    posts: dict[tuple[int, str], Post]
    holders: dict[int, list[Tenure]]
    people: dict[str, list[Person]]

    @classmethod
    def of(cls, notice: Notice) -> "Checking":
        lines = list(notice.lines.select_related("notice", "person"))
        posts = Post.objects.filter(title__in={line.printed_title for line in lines}, charge="")
        tenures = Tenure.objects.filter(post__in=posts).not_over(notice.issued_on).with_names()
        people = Person.objects.unmerged().filter(name__in={line.printed_person for line in lines})
        holders: dict[int, list[Tenure]] = {}
        named: dict[str, list[Person]] = {}
        for tenure in tenures:
            holders.setdefault(tenure.post_id, []).append(tenure)
        for person in people:
            named.setdefault(person.name, []).append(person)
        by_title = {(post.organisation_id, post.title): post for post in posts}
        return cls(lines, NameIndex.load(), by_title, holders, named)

    def holders_of(self, post: Post | None) -> list[Tenure]:
        return self.holders.get(post.pk, []) if post else []


def check_line(line: NoticeLine, register: Checking) -> None:
    """Whom and what the line means, what keeps it from taking effect, and what somebody should look at."""
    if line.problem == Problem.UNREADABLE:
        return
    line.problem = line.problem_said = line.warning = ""
    resolution = register.names.resolve(line.printed_organisation, line.notice.issued_on)
    if resolution is None:
        line.organisation = line.post = None
        _stop(line, Problem.UNKNOWN_ORGANISATION, f"登记册里没有“{line.printed_organisation}”。")
        return
    line.organisation = resolution.organisation
    line.post = register.posts.get((resolution.organisation.pk, line.printed_title))
    remarks = [f"用的是旧称，今为{resolution.name}。"] if resolution.old_name else []
    if line.appoints:
        _check_appointment(line, register)
    else:
        line.person = line.person or _holder(line, register)
        remarks += [] if line.person else ["登记册没有这一任职，生效时补记，任职起始不详。"]
    line.warning = "".join([*remarks, *_look_alikes(line, register)])


def _check_appointment(line: NoticeLine, register: Checking) -> None:
    """The organisation must exist, and the one seat of a chief post must be free or freed here."""
    if line.organisation and not line.organisation.exists(line.day):
        said = f"{line.organisation}已于{day(line.organisation.until)}撤销或者改组。"
        return _stop(line, Problem.ORGANISATION_ENDED, said)
    if not is_chief(line.printed_title):
        return None
    for tenure in register.holders_of(line.post):
        if not _removed_here(tenure, register.lines):
            said = f"{line.post}现由{tenure.person}担任，本通知和以前的通知都没有免去。"
            return _stop(line, Problem.CHIEF_POST_OCCUPIED, said)
    rivals = [
        other
        for other in register.lines
        if other.appoints and other.printed_post == line.printed_post and other != line
    ]
    if rivals:
        said = f"{line.printed_post}只有一个席位，本通知还任命了{rivals[0].printed_person}。"
        return _stop(line, Problem.CHIEF_POST_OCCUPIED, said)
    return None


def _stop(line: NoticeLine, problem: NoticeLine.Problem, said: str) -> None:
    line.problem, line.problem_said = problem, f"{line.place}：{said}"


def _removed_here(tenure: Tenure, lines: Sequence[NoticeLine]) -> bool:
    return any(
        not line.appoints
        and line.printed_person == tenure.person.name
        and line.printed_title == tenure.post.title
        and line.organisation_id in (None, tenure.post.organisation_id)
        for line in lines
    )


def _holder(line: NoticeLine, register: Checking) -> Person | None:
    """Whoever of that name holds that post: the one case in which name and post say who it is."""
    held = register.holders_of(line.post)
    return next((tenure.person for tenure in held if tenure.person.name == line.printed_person), None)


def _look_alikes(line: NoticeLine, register: Checking) -> list[str]:
    """同名: persons of that name whom nothing but a human decision makes this one."""
    known_here = any(
        other.person_id for other in register.lines if other.printed_person == line.printed_person
    )
    others = register.people.get(line.printed_person, [])
    if known_here or not others:
        return []
    return [f"登记册里有{len(others)}位同名人员，不认定就作为另一人登记。"]
