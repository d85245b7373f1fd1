import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from guangyue.operations.backups import DUMP, FILES, MANIFEST, Manifest, write_backup
from guangyue.operations.restoring import restore_backup, unpack
from guangyue.operations.tests.conftest import at_database
from guangyue.operations.trouble import Trouble

GUANGYUE = (sys.executable, "-m", "guangyue.operations.command")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def programs(binaries: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{binaries}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def city() -> Iterator[str]:
    """The address of a small database: two tables, and the migrations that made them."""
    name = f"backup_of_{os.getpid()}"
    with psycopg.connect(at_database("postgres"), autocommit=True) as connection:
        connection.execute(f"create database {name} template template0".encode())
        url = at_database(name)
        with psycopg.connect(url) as inside:
            inside.execute("create table django_migrations (app text, name text)")
            inside.execute("insert into django_migrations values ('cases', '0001_initial')")
            inside.execute("create table cases (number text primary key)")
            inside.execute("insert into cases select '2026-' || generate_series(1, 500)")
        yield url
        connection.execute(f"drop database {name} with (force)".encode())


@pytest.fixture
def files(folder: Path) -> Path:
    uploaded = folder / "state" / "files"
    (uploaded / "2026").mkdir(parents=True)
    (uploaded / "2026" / "营业执照.pdf").write_bytes(b"%PDF-1.7")
    return uploaded


@pytest.fixture
def backup(city: str, files: Path, folder: Path) -> Path:
    made = folder / "city.tar"
    write_backup(url=city, files=files, to=made, at=NOW)
    return made


def restore(source: Path, city: str, files: Path, *, force: bool = True) -> Manifest:
    return restore_backup(source=source, url=city, files=files, known=["cases.0001_initial"], force=force)


def refusal_to_restore(source: Path, city: str, files: Path, *, force: bool = True) -> str:
    with pytest.raises(Trouble) as refused:
        restore(source, city, files, force=force)
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert cases_in(city) == 500
    assert (files / "2026" / "营业执照.pdf").exists()
    return sentence


def cases_in(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute("select count(*) from cases").fetchone()
    return int(row[0]) if row else 0


def rewritten(backup: Path, **changed: bytes | None) -> Path:
    """The same tar with some members changed, or left out."""
    other = backup.with_name("other.tar")
    with tarfile.open(backup) as source, tarfile.open(other, "w") as target:
        for entry in source:
            content = source.extractfile(entry)
            assert content is not None
            replacement = changed.get(Path(entry.name).stem, content.read())
            if replacement is not None:
                entry.size = len(replacement)
                (backup.parent / "member").write_bytes(replacement)
                with (backup.parent / "member").open("rb") as member:
                    target.addfile(entry, member)
    return other


@pytest.mark.parametrize("name", ["city.tar", "city.tar.gz"])
def test_what_is_lost_after_a_backup_is_back_after_restoring_it(
    name: str, city: str, files: Path, folder: Path
) -> None:
    made = folder / name
    write_backup(url=city, files=files, to=made, at=NOW)
    with psycopg.connect(city) as connection:
        connection.execute("delete from cases")
        connection.execute("create table since (number int)")
    shutil.rmtree(files)
    files.mkdir()
    (files / "since.txt").write_text("later")

    manifest = restore(made, city, files)

    assert manifest.rows == {"cases": 500, "django_migrations": 1}
    assert cases_in(city) == 500
    assert (files / "2026" / "营业执照.pdf").read_bytes() == b"%PDF-1.7"
    assert not (files / "since.txt").exists()
    with psycopg.connect(city) as connection:
        assert connection.execute("select to_regclass('since')").fetchone() == (None,)


def test_only_its_owner_reads_a_backup_and_nothing_half_made_is_left(backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in backup.parent.iterdir() if path.name != "state"] == [backup.name]


def test_a_backup_is_of_one_moment(city: str, files: Path, folder: Path) -> None:
    with psycopg.connect(city) as writing:
        writing.execute("insert into cases values ('not yet committed')")
        manifest = write_backup(url=city, files=files, to=folder / "city.tar", at=NOW)

    assert manifest.rows["cases"] == 500


def test_what_is_there_is_replaced_only_when_asked_for(backup: Path, city: str, files: Path) -> None:
    assert "--force" in refusal_to_restore(backup, city, files, force=False)


def test_a_running_city_is_not_replaced(backup: Path, city: str, files: Path) -> None:
    with psycopg.connect(city):
        assert "城市正在运行" in refusal_to_restore(backup, city, files)


@pytest.mark.parametrize("content", [b"", b"not a tar at all", b"\x1f\x8b\x08\x00broken"])
def test_a_foreign_file_is_refused(content: bytes, folder: Path, city: str, files: Path) -> None:
    (folder / "foreign").write_bytes(content)

    assert "不是光岳的备份文件" in refusal_to_restore(folder / "foreign", city, files)


def test_a_backup_cut_short_is_refused(backup: Path, city: str, files: Path) -> None:
    with backup.open("rb+") as file:
        file.truncate(backup.stat().st_size // 2)

    assert "已经损坏" in refusal_to_restore(backup, city, files)


@pytest.mark.parametrize(
    "changed", [{"营业执照": b"%PDF-1.6"}, {"营业执照": None}, {"database": None}, {"manifest": None}]
)
def test_a_changed_or_missing_member_is_noticed(
    changed: dict[str, bytes | None], backup: Path, city: str, files: Path
) -> None:
    assert "已经损坏" in refusal_to_restore(rewritten(backup, **changed), city, files)


def test_a_backup_of_another_form_is_refused(backup: Path, city: str, files: Path) -> None:
    later = rewritten(backup, manifest=b'{"form": "guangyue-backup/2"}')

    assert "guangyue-backup/2" in refusal_to_restore(later, city, files)


def test_a_backup_of_a_later_version_is_refused(backup: Path, city: str, files: Path) -> None:
    with pytest.raises(Trouble, match=r"更新的版本（cases\.0001_initial 等 1 项）"):
        restore_backup(source=backup, url=city, files=files, known=[], force=True)

    assert cases_in(city) == 500


@pytest.mark.parametrize("name", ["../outside", f"{FILES}../../outside", "/outside", "unknown"])
def test_nothing_is_written_outside_the_folder(name: str, folder: Path) -> None:
    with tarfile.open(folder / "evil.tar", "w") as evil:
        evil.addfile(tarfile.TarInfo(name))
    (folder / "unpacked").mkdir()

    with pytest.raises(Trouble, match="不是光岳的备份文件"):
        unpack(folder / "evil.tar", folder / "unpacked")

    assert list((folder / "unpacked").iterdir()) == []


def test_a_link_is_no_part_of_a_backup(folder: Path) -> None:
    link = tarfile.TarInfo(DUMP)
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    with tarfile.open(folder / "evil.tar", "w") as evil:
        evil.addfile(link)
        evil.addfile(tarfile.TarInfo(MANIFEST))
    (folder / "unpacked").mkdir()

    with pytest.raises(Trouble, match="不是光岳的备份文件"):
        unpack(folder / "evil.tar", folder / "unpacked")


@pytest.fixture
def server() -> Iterator[psycopg.Connection]:
    """For making and removing the database that a drill destroys."""
    with psycopg.connect(at_database("postgres"), autocommit=True) as connection:
        yield connection
        connection.execute("drop database if exists drill with (force)")


def test_a_drill_from_the_terminal(folder: Path, server: psycopg.Connection) -> None:
    """Backed up, destroyed, restored: the same rows are there, and the audit chain still holds."""
    environment = {**os.environ, "DATABASE_URL": at_database("drill"), "GY_HOME": str(folder / "state")}

    def guangyue(*words: str) -> str:
        done = subprocess.run([*GUANGYUE, *words], env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    template = urlsplit(os.environ["DATABASE_URL"]).path.strip("/")
    server.execute(f"create database drill template {template}".encode())
    guangyue("make_administrator")
    kept = guangyue("backup", str(folder / "city.tar"))
    server.execute("drop database drill with (force)")
    shutil.rmtree(folder / "state")

    server.execute("create database drill")
    restored = guangyue("restore", str(folder / "city.tar"))

    assert held(restored) == held(kept)
    assert "核验无误" in restored


def held(said: str) -> str:
    """How many tables, rows and files a command has told of."""
    found = re.search(r"\d+ 张表 \d+ 行，\d+ 个文件", said)
    assert found, said
    return found.group()
