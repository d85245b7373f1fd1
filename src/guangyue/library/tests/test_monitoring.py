"""政策监测: looks at real folders and a real server; what they bring goes into review, once."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.gazette.models import Edition, PrintedDocument
from guangyue.kit.access import EVERYWHERE
from guangyue.library.models import Capture, Look, Source
from guangyue.library.policy_todos import failing_sources
from guangyue.library.services.monitoring import (
    SourceTaken,
    add_source,
    look_at,
    pause_source,
    resume_source,
    watch_sources,
)
from guangyue.library.tests.printed import an_issue
from guangyue.library.tests.sites import Site
from guangyue.library.watching.fetching import CannotFetch
from guangyue.library.watching.found import CannotLook

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 10, 4, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def inbox(settings: Settings, tmp_path: Path) -> Path:
    settings.GUANGYUE_INBOX = tmp_path / "inbox"
    settings.GUANGYUE_PRIVATE_FEEDS = frozenset({"127.0.0.1"})
    return tmp_path / "inbox" / "gazettes"


@pytest.fixture
def librarian() -> User:
    return a_user()


@pytest.fixture
def folder(librarian: User) -> Source:
    return add_source(kind="folder", title="收件夹", address="gazettes", by=librarian, at=NOW)


@pytest.fixture
def feed(librarian: User, site: Site) -> Source:
    return add_source(kind="feed", title="省公报", address=f"{site.address}/rss", by=librarian, at=NOW)


def put(inbox: Path, name: str, text: str, *, at: datetime = NOW - MINUTE) -> None:
    (inbox / name).write_text(text)
    os.utime(inbox / name, (at.timestamp(), at.timestamp()))


def rss(*addresses: str, moment: str = "1") -> bytes:
    items = "".join(
        f'<item><pubDate>{moment}</pubDate><enclosure url="{address}"/></item>' for address in addresses
    )
    return f"<rss><channel>{items}</channel></rss>".encode()


def outcome(looked: object) -> tuple[int, int, int, str]:
    return looked.found, looked.imported, looked.refused, looked.problem  # type: ignore[attr-defined]


def test_a_new_issue_comes_in_to_be_checked_and_is_not_released(folder: Source, inbox: Path) -> None:
    put(inbox, "2026-02.txt", an_issue())

    looked = look_at(source=folder, at=NOW)

    assert outcome(looked) == (1, 1, 0, "")
    (capture,) = folder.captures.all()
    assert capture.edition is not None
    assert capture.edition.state == Edition.State.SPLIT
    assert not PrintedDocument.objects.released().exists()


def test_the_same_file_twice_does_nothing(folder: Source, inbox: Path) -> None:
    put(inbox, "2026-02.txt", an_issue())
    look_at(source=folder, at=NOW)

    assert outcome(look_at(source=folder, at=NOW + MINUTE)) == (0, 0, 0, "")
    assert (Edition.objects.count(), Look.objects.count()) == (1, 1)


def test_the_same_contents_under_another_name_are_known(folder: Source, inbox: Path) -> None:
    put(inbox, "2026-02.txt", an_issue())
    put(inbox, "copy.txt", an_issue())

    look_at(source=folder, at=NOW)

    states = folder.captures.order_by("pk").values_list("state", flat=True)
    assert list(states) == [Capture.State.IMPORTED, Capture.State.KNOWN]


def test_a_file_still_being_written_is_left_for_the_next_look(folder: Source, inbox: Path) -> None:
    put(inbox, "2026-02.txt", an_issue(), at=NOW)

    assert outcome(look_at(source=folder, at=NOW + timedelta(seconds=5))) == (0, 0, 0, "")
    assert outcome(look_at(source=folder, at=NOW + MINUTE)) == (1, 1, 0, "")


def test_a_file_that_holds_nothing_is_refused_with_its_sentence_and_the_rest_comes_in(
    folder: Source, inbox: Path
) -> None:
    put(inbox, "a.txt", "")
    put(inbox, "b.pdf", "\x00\x01")
    put(inbox, "c.txt", an_issue())

    assert outcome(look_at(source=folder, at=NOW)) == (3, 1, 2, "")
    refused = folder.captures.get(name="a.txt")
    assert (refused.state, refused.sentence) == (Capture.State.REFUSED, "文件是空的。")


def test_a_folder_that_has_gone_is_a_to_do_until_it_is_back(
    folder: Source, inbox: Path, librarian: User
) -> None:
    inbox.rmdir()
    look_at(source=folder, at=NOW)
    look_at(source=folder, at=NOW + MINUTE)

    (todo,) = failing_sources(user=librarian, scope=EVERYWHERE, at=NOW)
    assert (todo.title, todo.since, folder.looks.count()) == ("收件夹出错", NOW, 1)

    inbox.mkdir()
    look_at(source=folder, at=NOW + 2 * MINUTE)

    assert not list(failing_sources(user=librarian, scope=EVERYWHERE, at=NOW))


def test_only_folders_below_the_inbox_can_be_watched(librarian: User) -> None:
    with pytest.raises(CannotLook):
        add_source(kind="folder", title="系统", address="../../etc", by=librarian, at=NOW)


def test_only_web_addresses_can_be_watched(librarian: User) -> None:
    with pytest.raises(CannotFetch):
        add_source(kind="feed", title="本机文件", address="file:///etc/passwd", by=librarian, at=NOW)


def test_a_source_is_watched_once(folder: Source, librarian: User) -> None:
    with pytest.raises(SourceTaken):
        add_source(kind="folder", title="另一个名字", address="./gazettes/", by=librarian, at=NOW)


def test_a_feed_brings_the_files_it_leads_to(feed: Source, site: Site) -> None:
    site.serve("/rss", rss("/issues/2026-02.txt", "/page.html"), ETag='"1"')
    site.serve("/issues/2026-02.txt", an_issue().encode("gb18030"))

    assert outcome(look_at(source=feed, at=NOW)) == (1, 1, 0, "")
    assert Edition.objects.get().source == "2026-02.txt"


def test_a_feed_that_has_not_changed_is_not_read_again(feed: Source, site: Site) -> None:
    site.serve("/rss", rss("/a.txt"), ETag='"1"')
    site.serve("/a.txt", an_issue().encode())
    look_at(source=feed, at=NOW)
    site.serve("/rss", b"", status=304)

    feed.last.refresh_from_db()
    assert outcome(look_at(source=feed, at=NOW)) == (0, 0, 0, "")
    assert site.asked[-1].headers["If-None-Match"] == '"1"'


def test_a_file_that_does_not_answer_is_asked_for_again(feed: Source, site: Site) -> None:
    site.serve("/rss", rss("/a.txt"), ETag='"1"')

    looked = look_at(source=feed, at=NOW)
    assert outcome(looked)[:3] == (0, 0, 0)
    assert "404" in looked.problem

    site.serve("/a.txt", an_issue().encode())
    feed.last.refresh_from_db()
    assert outcome(look_at(source=feed, at=NOW)) == (1, 1, 0, "")


def test_a_newer_version_behind_a_feed_is_a_new_edition(feed: Source, site: Site) -> None:
    site.serve("/rss", rss("/a.txt"))
    site.serve("/a.txt", an_issue().encode())
    look_at(source=feed, at=NOW)
    site.serve("/rss", rss("/a.txt", moment="2"))
    site.serve("/a.txt", an_issue(day=10).encode())

    look_at(source=feed, at=NOW + MINUTE)

    assert sorted(Edition.objects.values_list("version", flat=True)) == [1, 2]


def test_a_feed_in_our_own_network_is_not_asked(feed: Source, site: Site, settings: Settings) -> None:
    settings.GUANGYUE_PRIVATE_FEEDS = frozenset()

    assert "内部网络" in look_at(source=feed, at=NOW).problem
    assert not site.asked


def test_what_is_no_feed_is_said(feed: Source, site: Site) -> None:
    site.serve("/rss", b"<html/>")

    assert "不是 RSS" in look_at(source=feed, at=NOW).problem


def jobs_waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where task_name = 'library.look_at_source'")
        return int(cursor.fetchone()[0])


def test_each_source_that_is_due_gets_a_job_of_its_own(folder: Source, feed: Source) -> None:
    watch_sources.run(at=NOW)
    assert jobs_waiting() == 2

    watch_sources.run(at=NOW + MINUTE)
    assert jobs_waiting() == 3  # the feed is left alone for a quarter of an hour


def test_a_paused_source_is_left_alone(folder: Source) -> None:
    pause_source(source=folder, at=NOW)
    assert not Source.objects.due(at=NOW).exists()

    resume_source(source=folder)
    assert list(Source.objects.due(at=NOW)) == [folder]
