"""备份: the database at one moment, the files people uploaded, and the SHA-256 of each, in one tar."""

import io
import json
import os
import tarfile
import tempfile
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from guangyue.operations.hashing import Hashed
from guangyue.operations.programs import run_program
from guangyue.operations.trouble import Trouble

FORM = "guangyue-backup/1"
MANIFEST = "manifest.json"
DUMP = "database.dump"
FILES = "files/"


@dataclass(frozen=True)
class Manifest:
    """备份清单: what a backup holds, so that whoever restores it knows that nothing is missing or changed."""

    form: str
    made_at: str
    server: int
    migrations: list[str]
    rows: dict[str, int]
    members: dict[str, str]

    def __str__(self) -> str:
        return f"{len(self.rows)} 张表 {sum(self.rows.values())} 行，{len(self.members) - 1} 个文件"


def write_backup(*, url: str, files: Path, to: Path, at: datetime) -> Manifest:
    """Write a backup in a workshop beside its place, and put it there when it is whole."""
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".backup-") as workshop:
        dump, unfinished = Path(workshop) / DUMP, Path(workshop) / to.name
        with psycopg.connect(url) as connection:
            manifest = _dump_database(connection, url=url, to=dump, at=at)
        with unfinished.open("xb") as written:
            with tarfile.open(
                fileobj=written, mode="w:gz" if to.suffix in (".gz", ".tgz") else "w"
            ) as backup:
                manifest.members[DUMP] = _add(backup, DUMP, dump)
                for file in sorted(path for path in files.rglob("*") if path.is_file()):
                    name = FILES + file.relative_to(files).as_posix()
                    manifest.members[name] = _add(backup, name, file)
                listed = json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()
                backup.addfile(_entry(MANIFEST, len(listed)), io.BytesIO(listed))
            os.fsync(written.fileno())
        unfinished.chmod(0o600)
        unfinished.replace(to)
    return manifest


def count_rows(connection: psycopg.Connection) -> dict[str, int]:
    tables = connection.execute(
        "select tablename from pg_tables where schemaname = 'public' order by tablename"
    ).fetchall()
    count = sql.SQL("select count(*) from public.{}")
    return {name: single(connection, count.format(sql.Identifier(name))) for (name,) in tables}


def single(connection: psycopg.Connection, query: sql.Composed | LiteralString) -> Any:
    """The one value that a query has for an answer."""
    row = connection.execute(query).fetchone()
    return row and row[0]


def _dump_database(connection: psycopg.Connection, *, url: str, to: Path, at: datetime) -> Manifest:
    """The dump and the counts in the manifest are of one snapshot, whatever is written meanwhile."""
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    if single(connection, "select to_regclass('public.django_migrations')") is None:
        raise Trouble("数据库还是空的，没有可备份的内容")
    snapshot = single(connection, "select pg_export_snapshot()")
    options = ("--format=custom", "--no-owner", "--no-privileges")
    run_program("pg_dump", *options, f"--snapshot={snapshot}", f"--file={to}", url=url)
    applied = connection.execute("select app || '.' || name from django_migrations order by 1").fetchall()
    return Manifest(
        form=FORM,
        made_at=at.isoformat(),
        server=connection.info.server_version // 10_000,
        migrations=[name for (name,) in applied],
        rows=count_rows(connection),
        members={},
    )


def _add(backup: tarfile.TarFile, name: str, file: Path) -> str:
    """Put a file into the tar and return the SHA-256 of what was put there."""
    with file.open("rb") as opened:
        hashed = Hashed(opened)
        backup.addfile(_entry(name, os.fstat(opened.fileno()).st_size), hashed)
    return hashed.sha256


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry
