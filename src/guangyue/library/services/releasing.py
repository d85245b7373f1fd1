"""校核 and 发布: from here on the documents of an edition can be cited."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.chronicle.services.intake import take_in_edition
from guangyue.gazette.models import Edition
from guangyue.kit.refusals import Refused
from guangyue.library.searching.indexing import index_edition
from guangyue.library.services.digests import digest_edition
from guangyue.library.services.intake import lock_for_review, lock_issue, next_version
from guangyue.library.services.reading_again import doubt_beside_others, read_edition
from guangyue.library.services.subscriptions import tell_subscribers
from guangyue.organisations.services.printed_notices import propose_notices


class DoubtsAreOpen(Refused):
    """Something keeps the edition from being released."""

    advice = "请在校对页面逐条确认或者更正。"

    def __init__(self, edition: Edition) -> None:
        waiting = edition.doubts.filter(blocks=True)
        first = waiting[0]
        super().__init__(
            f"{edition}还有{waiting.count()}处存疑没有处理，第一处在第{first.line_first}行：{first.sentence}"
        )


class NothingToRelease(Refused):
    sentence = "这一版里没有读出公文，不能发布。"


class NotChecked(Refused):
    sentence = "这一版还没有校核通过，不能发布。"
    advice = "请先在校对页面核对，校核通过以后再发布。"


class NotReleased(Refused):
    sentence = "只有已发布的一版需要重新校对。"


@transaction.atomic
def check_edition(*, edition: Edition, by: User | None, at: datetime) -> Edition:
    """校核: nothing that blocks is left, here or beside the rest of the library."""
    edition = lock_for_review(edition)
    _hold_to_what_releasing_needs(edition)
    edition.state, edition.checked_by, edition.checked_at = Edition.State.CHECKED, by, at
    edition.save(update_fields=["state", "checked_by", "checked_at"])
    return edition


@transaction.atomic
def release_edition(*, edition: Edition, by: User | None, at: datetime) -> Edition:
    """发布: it takes the place of the edition released before, all at once."""
    edition = lock_for_review(edition)
    if edition.state != Edition.State.CHECKED:
        raise NotChecked
    _hold_to_what_releasing_needs(edition)
    earlier = edition.issue.editions.exclude(pk=edition.pk)
    earlier.released().update(state=Edition.State.SUPERSEDED)
    earlier.to_review().filter(version__lt=edition.version).update(state=Edition.State.SUPERSEDED)
    edition.state, edition.released_by, edition.released_at = Edition.State.RELEASED, by, at
    edition.save(update_fields=["state", "released_by", "released_at"])
    _make_use_of(edition, by=by, at=at)
    return edition


@transaction.atomic
def revise_edition(*, edition: Edition, by: User | None, at: datetime) -> Edition:
    """重新校对 what has been released: a new version of the same file. The released one stays until then."""
    issue = lock_issue(edition.issue)
    if edition.state != Edition.State.RELEASED:
        raise NotReleased
    if waiting := issue.editions.to_review().filter(version__gt=edition.version).first():
        return waiting
    revised = Edition(
        issue=issue,
        version=next_version(issue),
        state=Edition.State.SPLIT,
        source=edition.source,
        encoding=edition.encoding,
        sha256=edition.sha256,
        text=edition.text,
        imported_by=by,
        imported_at=at,
    )
    read_edition(edition=revised)
    return revised


def _make_use_of(edition: Edition, *, by: User | None, at: datetime) -> None:
    """All that follows from a release follows with it, or there is no release."""
    index_edition(edition=edition)
    take_in_edition(edition=edition, by=by, at=at)
    propose_notices(edition=edition, by=by, at=at)
    digest_edition(edition=edition, at=at)
    tell_subscribers(edition=edition, at=at)


def _hold_to_what_releasing_needs(edition: Edition) -> None:
    doubt_beside_others(edition=edition)
    if edition.doubts.filter(blocks=True).exists():
        raise DoubtsAreOpen(edition)
    if not edition.documents.exists():
        raise NothingToRelease
