"""导入: a file comes in as an edition of its issue. Nothing of it can be cited before it is released."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.db import transaction
from django.db.models import Max

from guangyue.accounts.models import User
from guangyue.gazette.models import Edition, Issue
from guangyue.gazette.reading.files import FileText, Readable, read_file
from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.shapes import ReadIssue
from guangyue.kit.refusals import Refused
from guangyue.library.services.reading_again import read_edition

LARGEST_NUMBER = 999  # 第N期 of a year
LONGEST_SOURCE = 255


class Outcome(Enum):
    """导入结果."""

    NEW = "导入"
    NEW_VERSION = "导入为新的一版"
    SAME = "这个文件已经导入过，没有变化"


@dataclass(frozen=True)
class Import:
    """What became of a file."""

    edition: Edition
    outcome: Outcome


class NotUnderReview(Refused):
    sentence = "这一版已经不在校对中，不能再改。"
    advice = "请刷新页面，查看它现在的状态。"


def import_file(*, file: Readable, name: str, by: User | None, at: datetime) -> Import:
    """The same bytes again change nothing; other bytes of an issue are its next version, and what has been
    released stays in use until that one is."""
    text = read_file(file, name=name)
    if same := _imported(text):
        return Import(same, Outcome.SAME)
    return _take_in(text=text, read=read_issue(text.lines), by=by, at=at)


@transaction.atomic
def _take_in(*, text: FileText, read: ReadIssue, by: User | None, at: datetime) -> Import:
    issue = lock_issue(_issue_of(read, text))
    if same := _imported(text):
        return Import(same, Outcome.SAME)
    edition = Edition(
        issue=issue,
        version=next_version(issue),
        state=Edition.State.SPLIT,
        source=text.name[-LONGEST_SOURCE:],
        encoding=text.encoding,
        sha256=text.sha256,
        text="\n".join(text.lines),
        imported_by=by,
        imported_at=at,
    )
    read_edition(edition=edition, read=read)
    return Import(edition, Outcome.NEW if edition.version == 1 else Outcome.NEW_VERSION)


@transaction.atomic
def withdraw_edition(*, edition: Edition) -> Edition:
    """撤回 an edition that should not have come in; its file stays as it was, what was read of it goes."""
    edition = lock_for_review(edition)
    edition.documents.all().delete()
    edition.doubts.all().delete()
    edition.state = Edition.State.WITHDRAWN
    edition.save(update_fields=["state"])
    return edition


def lock_issue(issue: Issue) -> Issue:
    """Whoever changes an issue holds its row: two people take turns."""
    return Issue.objects.select_for_update().get(pk=issue.pk)


def lock_for_review(edition: Edition) -> Edition:
    """The edition as it is now that nobody else can change it."""
    lock_issue(edition.issue)
    edition = Edition.objects.select_related("issue").get(pk=edition.pk)
    if not edition.is_under_review:
        raise NotUnderReview
    return edition


def next_version(issue: Issue) -> int:
    latest: int | None = issue.editions.aggregate(latest=Max("version"))["latest"]
    return (latest or 0) + 1


def _imported(text: FileText) -> Edition | None:
    found = Edition.objects.filter(sha256=text.sha256).exclude(state=Edition.State.WITHDRAWN)
    return found.select_related("issue").order_by("-version").first()


def _issue_of(read: ReadIssue, text: FileText) -> Issue:
    """By year and number (R1); what has none by the number of its only document, or else by its bytes."""
    front = read.front
    if front.year and front.number and front.number <= LARGEST_NUMBER:
        return _numbered_issue(front.title, front.year, front.number)
    numbers = [document.number for document in read.documents]
    key = numbers[0] if len(numbers) == 1 and numbers[0] else f"文本{text.sha256[:12]}"
    return Issue.objects.get_or_create(key=key)[0]


def _numbered_issue(gazette: str, year: int, number: int) -> Issue:
    """Gazettes of two cities may have the same year and number: the second goes by its name too."""
    known = Issue.objects.filter(year=year, number=number)
    for issue in known:
        if not gazette or issue.gazette in ("", gazette):
            return issue
    plain = f"{year}-{number:02d}"
    return Issue.objects.get_or_create(
        gazette=gazette, year=year, number=number, defaults={"key": f"{gazette}{plain}" if known else plain}
    )[0]
