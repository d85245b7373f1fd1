"""恢复: a backup is unpacked and checked beside what is there, and takes its place only when it is whole."""

import gzip
import json
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Collection
from pathlib import Path, PurePosixPath

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from guangyue.operations.backups import DUMP, FILES, FORM, MANIFEST, Manifest, count_rows, single
from guangyue.operations.hashing import Hashed
from guangyue.operations.programs import run_program
from guangyue.operations.trouble import Trouble


class NotABackup(Trouble):
    def __init__(self) -> None:
        super().__init__("这不是光岳的备份文件，或者文件已经损坏：请换一份备份")


def restore_backup(
    *, source: Path, url: str, files: Path, known: Collection[str], force: bool = False
) -> Manifest:
    """Put back a backup whose migrations are all `known`; what is there before it goes only by `force`."""
    version = _look_at_the_place(url, files, force=force)
    files.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=files.parent, prefix=".restore-") as workshop:
        unpacked = Path(workshop)
        manifest = unpack(source, unpacked)
        _look_at_the_origin(manifest, known=known, version=version)
        _restore_database(unpacked / DUMP, manifest, url)
        if files.exists():
            files.rename(unpacked / "before")
        (unpacked / FILES).rename(files)
    return manifest


def unpack(source: Path, folder: Path) -> Manifest:
    """Unpack into an empty folder. Every file has to be in the manifest, and every byte as it was put in."""
    hashes: dict[str, str] = {}
    try:
        with tarfile.open(source) as backup:
            for entry in backup:
                hashes[entry.name] = _unpack_entry(backup, entry, folder)
        manifest = _read_manifest(folder / MANIFEST)
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, FileExistsError):
        raise NotABackup from None
    hashes.pop(MANIFEST)
    if hashes != manifest.members:
        raise NotABackup
    (folder / FILES).mkdir(exist_ok=True)
    return manifest


def _unpack_entry(backup: tarfile.TarFile, entry: tarfile.TarInfo, folder: Path) -> str:
    name = PurePosixPath(entry.name)
    ours = entry.name in (MANIFEST, DUMP) or (entry.name.startswith(FILES) and ".." not in name.parts)
    opened = backup.extractfile(entry) if ours and entry.isreg() else None
    if opened is None:
        raise NotABackup
    hashed = Hashed(opened)
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("xb") as file:
        shutil.copyfileobj(hashed, file)
    return hashed.sha256


def _read_manifest(file: Path) -> Manifest:
    try:
        written = json.loads(file.read_text(encoding="utf-8"))
        form = written["form"]
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        raise NotABackup from None
    if form != FORM:
        raise Trouble(f"备份的格式是 {form}，本版本只读 {FORM}：请用做备份的那个版本恢复")
    try:
        return Manifest(**written)
    except TypeError:
        raise NotABackup from None


def _look_at_the_place(url: str, files: Path, *, force: bool) -> int:
    """The version of the server. Nobody may be at work in the database, and it is empty, unless forced."""
    with psycopg.connect(url) as connection:
        others = single(
            connection,
            "select count(*) from pg_stat_activity where datname = current_database()"
            " and backend_type = 'client backend' and pid <> pg_backend_pid()",
        )
        if others:
            raise Trouble("城市正在运行：请先停止它（在运行它的终端按 Ctrl-C），再恢复")
        if not force and (count_rows(connection) or any(files.glob("*"))):
            raise Trouble("这里已经有数据：确实要用备份替换时，请加 --force")
        return connection.info.server_version // 10_000


def _look_at_the_origin(manifest: Manifest, *, known: Collection[str], version: int) -> None:
    if manifest.server > version:
        raise Trouble(f"备份来自 PostgreSQL {manifest.server}，这里是 {version}：请恢复到同样新的数据库")
    if unknown := [name for name in manifest.migrations if name not in known]:
        raise Trouble(f"备份来自更新的版本（{unknown[0]} 等 {len(unknown)} 项）：请先升级本系统")


def _restore_database(dump: Path, manifest: Manifest, url: str) -> None:
    """Restore into a new database and count its rows, then give it the old one's name in one transaction."""
    name = str(conninfo_to_dict(url)["dbname"])
    fresh = f"{name}_restored"
    with psycopg.connect(make_conninfo(url, dbname="postgres"), autocommit=True) as server:
        drop = sql.SQL("drop database if exists {}")
        rename = sql.SQL("alter database {} rename to {}")
        old = f"{name}_before"
        server.execute(drop.format(sql.Identifier(fresh)))
        server.execute(sql.SQL("create database {} template template0").format(sql.Identifier(fresh)))
        try:
            _fill(make_conninfo(url, dbname=fresh), dump, manifest)
            with server.transaction():
                server.execute(rename.format(sql.Identifier(name), sql.Identifier(old)))
                server.execute(rename.format(sql.Identifier(fresh), sql.Identifier(name)))
        except BaseException:
            server.execute(drop.format(sql.Identifier(fresh)))
            raise
        server.execute(drop.format(sql.Identifier(old)))


def _fill(url: str, dump: Path, manifest: Manifest) -> None:
    options = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
    run_program("pg_restore", *options, str(dump), url=url)
    with psycopg.connect(url, autocommit=True) as connection:
        if count_rows(connection) != manifest.rows:
            raise NotABackup
        connection.execute("analyze")
