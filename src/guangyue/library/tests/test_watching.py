"""抓取: what is read of folders and feeds, and what is kept out."""

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from time import monotonic, sleep

import pytest

from guangyue.kit.outside import is_public
from guangyue.library.tests.sites import Site
from guangyue.library.watching.feeds import NotAFeed, read_feed
from guangyue.library.watching.fetching import CannotFetch, Fetcher, check_address
from guangyue.library.watching.folders import files_in, folder_below
from guangyue.library.watching.found import CannotLook, NotYet

HERE = frozenset({"127.0.0.1"})
LATER = datetime.now(UTC) + timedelta(minutes=5)

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <entry><updated>2026-03-01T00:00:00Z</updated><link href="files/%E4%B8%80.txt"/></entry>
  <entry><updated>2026-03-02T00:00:00Z</updated><link href="https://example.org/page.html"/></entry>
  <entry><updated>2026-03-02T00:00:00Z</updated><link rel="enclosure" href="https://example.org/b.PDF"/></entry>
</feed>"""
RSS = """<?xml version="1.0" encoding="gb2312"?>
<rss version="2.0"><channel>
  <item><title>政策</title><pubDate>Mon, 02 Mar 2026 00:00:00 GMT</pubDate><enclosure url="/a.docx"/></item>
  <item><link>ftp://example.org/c.txt</link></item>
</channel></rss>"""
BOMB = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'


def fetcher(largest: int = 1024, seconds: float = 5) -> Fetcher:
    return Fetcher(largest, allowed=HERE, seconds=seconds)


def test_what_is_there_comes_back_with_its_version(site: Site) -> None:
    address = site.serve("/a?b=1", "内容".encode(), ETag='"1"')

    fetched = fetcher().fetch(address)

    assert (fetched.content.decode(), fetched.etag, fetched.unchanged) == ("内容", '"1"', False)


def test_what_we_have_is_not_sent_again(site: Site) -> None:
    address = site.serve("/a", b"", status=304)

    assert fetcher().fetch(address, etag='"1"', modified="Mon, 02 Mar 2026 00:00:00 GMT").unchanged
    assert site.asked[0].headers["If-None-Match"] == '"1"'
    assert site.asked[0].headers["If-Modified-Since"] == "Mon, 02 Mar 2026 00:00:00 GMT"


def test_a_redirection_is_followed(site: Site) -> None:
    site.serve("/b", "到了".encode())
    address = site.serve("/a", b"", status=302, Location="/b")

    assert fetcher().fetch(address).content.decode() == "到了"


def test_an_address_within_our_own_network_is_not_fetched(site: Site) -> None:
    address = site.serve("/a", b"secret")

    with pytest.raises(CannotFetch, match="内部网络"):
        Fetcher(1024).fetch(address)
    assert not site.asked


def test_a_redirection_does_not_lead_into_our_own_network(site: Site) -> None:
    address = site.serve("/a", b"", status=302, Location=site.address.replace("127.0.0.1", "127.0.0.2"))

    with pytest.raises(CannotFetch, match="内部网络"):
        fetcher().fetch(address)
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "place",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - no server listens there
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
    ],
)
def test_these_places_are_not_public(place: str) -> None:
    assert not is_public(place)


def test_the_open_internet_is_public() -> None:
    assert is_public("8.8.8.8")
    assert is_public("2400:3200::1")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/a",
        "http://",
        "example.org",
        "http://a:b@example.org/",
        "http://[",
        "http://a b/",
    ],
)
def test_these_are_no_addresses_of_feeds(address: str) -> None:
    with pytest.raises(CannotFetch):
        check_address(address)


def test_going_round_in_circles_ends(site: Site) -> None:
    with pytest.raises(CannotFetch, match="转来转去"):
        fetcher().fetch(site.serve("/a", b"", status=301, Location="/a"))


def test_more_than_the_limit_is_not_taken(site: Site) -> None:
    with pytest.raises(CannotFetch, match="超过"):
        fetcher(largest=10).fetch(site.serve("/a", b"x" * 11))


def test_what_breaks_off_is_not_taken(site: Site) -> None:
    with pytest.raises(CannotFetch):
        fetcher().fetch(site.serve("/a", b"half", Content_Length="100"))


def test_a_server_that_dribbles_is_left(site: Site) -> None:
    def dribble(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        with suppress(OSError):
            for _ in range(40):
                request.wfile.write(b"x")
                sleep(0.05)

    site.answers["/a"] = dribble
    begun = monotonic()

    with pytest.raises(CannotFetch):
        fetcher(seconds=0.4).fetch(site.address + "/a")
    assert monotonic() - begun < 1.5


@pytest.mark.parametrize("status", [401, 404, 500])
def test_an_answer_that_is_none_is_said(site: Site, status: int) -> None:
    with pytest.raises(CannotFetch, match=str(status)):
        fetcher().fetch(site.serve("/a", b"", status=status))


def test_nobody_at_home_is_said(site: Site) -> None:
    with pytest.raises(CannotFetch, match="连接不上"):
        fetcher().fetch("http://127.0.0.1:9/")


def test_a_feed_leads_to_files() -> None:
    entries = read_feed(ATOM.encode(), base="https://example.org/feeds/new.atom")

    assert [(entry.name, entry.address) for entry in entries] == [
        ("一.txt", "https://example.org/feeds/files/%E4%B8%80.txt"),
        ("b.PDF", "https://example.org/b.PDF"),
    ]


def test_a_feed_in_a_chinese_encoding_is_read() -> None:
    (entry,) = read_feed(RSS.encode("gb2312"), base="http://example.org/rss")

    assert (entry.name, entry.version) == ("a.docx", "Mon, 02 Mar 2026 00:00:00 GMT")


@pytest.mark.parametrize(
    "content", [b"", b"<html><body/></html>", b"<rss>", b"\x00\xff", BOMB.encode(), BOMB.encode("utf-16")]
)
def test_what_is_no_feed_is_refused(content: bytes) -> None:
    with pytest.raises(NotAFeed):
        read_feed(content, base="http://example.org/")


def test_a_folder_gives_files_of_ours_the_oldest_first(tmp_path: Path) -> None:
    for number, name in enumerate(("b.txt", "a.md", ".hidden.txt", "c.exe", "~d.docx")):
        (tmp_path / name).write_text("文")
        os.utime(tmp_path / name, (number, number))
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "link.txt").symlink_to("/etc/hostname")

    assert [file.name for file in files_in(tmp_path, at=LATER)] == ["b.txt", "a.md"]


def test_a_file_just_written_is_left_for_the_next_look(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("文")

    assert not list(files_in(tmp_path, at=datetime.now(UTC)))
    assert list(files_in(tmp_path, at=LATER))


def test_a_file_that_changes_while_it_is_read_is_left_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("文")
    (file,) = files_in(tmp_path, at=LATER)
    path.write_text("文字")

    with pytest.raises(NotYet):
        file.read()


@pytest.mark.parametrize("address", ["../elsewhere", "/etc", "out"])
def test_only_what_lies_below_the_inbox_is_watched(tmp_path: Path, address: str) -> None:
    root = tmp_path / "inbox"
    root.mkdir()
    (root / "out").symlink_to(tmp_path)

    with pytest.raises(CannotLook):
        folder_below(root, address)


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotLook):
        list(files_in(tmp_path / "gone", at=LATER))
