"""核对: one line of a notice against the register. It finds; it changes nothing but the line."""

from collections.abc import Sequence

from guangyue.organisations.models import NoticeLine, Organisation, Person, Post, Tenure
from guangyue.organisations.reading import is_chief
from guangyue.organisations.resolution import NameIndex

Problem = NoticeLine.Problem


def check_line(*, line: NoticeLine, lines: Sequence[NoticeLine], names: NameIndex) -> None:
    """Whom and what the line means, what keeps it from taking effect, and what somebody should look at."""
    if line.problem == Problem.UNREADABLE:
        return
    line.problem = line.problem_said = line.warning = ""
    resolution = names.resolve(line.printed_organisation, line.notice.issued_on)
    if resolution is None:
        line.organisation = line.post = None
        _stop(line, Problem.UNKNOWN_ORGANISATION, f"登记册里没有“{line.printed_organisation}”。")
        return
    line.organisation = Organisation.objects.get(pk=resolution.organisation)
    line.post = Post.objects.filter(
        organisation=line.organisation, title=line.printed_title, charge=""
    ).first()
    remarks = [f"用的是旧称，今为{resolution.name}。"] if resolution.old_name else []
    if line.appoints:
        _check_appointment(line, lines)
    else:
        line.person = line.person or _holder(line)
        remarks += [] if line.person else ["登记册没有这一任职，生效时补记，任职起始不详。"]
    line.warning = "".join([*remarks, *_look_alikes(line, lines)])


def _check_appointment(line: NoticeLine, lines: Sequence[NoticeLine]) -> None:
    """The organisation must exist, and the one seat of a chief post must be free or freed here."""
    if line.organisation and not line.organisation.exists(line.day):
        said = f"{line.organisation}已于{line.organisation.until}撤销或者改组。"
        return _stop(line, Problem.ORGANISATION_ENDED, said)
    if not is_chief(line.printed_title):
        return None
    for tenure in line.post.tenures.not_over(line.day).select_related("person", "post") if line.post else ():
        if not _removed_here(tenure, lines):
            said = f"{line.post}现由{tenure.person}担任，本通知和以前的通知都没有免去。"
            return _stop(line, Problem.CHIEF_POST_OCCUPIED, said)
    rivals = [
        other
        for other in lines
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


def _holder(line: NoticeLine) -> Person | None:
    """Whoever of that name holds that post: the one case in which name and post say who it is."""
    if line.post is None:
        return None
    tenure = (
        line.post.tenures.not_over(line.notice.issued_on).filter(person__name=line.printed_person).first()
    )
    return tenure.person if tenure else None


def _look_alikes(line: NoticeLine, lines: Sequence[NoticeLine]) -> list[str]:
    """同名: persons of that name whom nothing but a human decision makes this one."""
    if line.person_id:
        return []
    named_here = [
        other.person_id for other in lines if other.printed_person == line.printed_person and other.person_id
    ]
    others = Person.objects.unmerged().filter(name=line.printed_person).exclude(pk__in=named_here)
    if named_here or not others.exists():
        return []
    return [f"登记册里有{others.count()}位同名人员，不认定就作为另一人登记。"]
