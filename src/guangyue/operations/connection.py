"""What has to be true of a database server before the city speaks with it."""

from urllib.parse import urlsplit

import psycopg

from guangyue.operations.trouble import Trouble

OLDEST = 15
FORM = "postgresql://用户:密码@主机:端口/库名"


def check_server(url: str) -> None:
    """Raise `Trouble` unless the address leads to a server that the city can use."""
    if not _is_well_formed(url):
        raise Trouble(f"DATABASE_URL 写法不对：应写作 {FORM}")
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            version = connection.info.server_version // 10_000
            encoding = connection.info.parameter_status("server_encoding")
    except psycopg.Error as error:
        raise Trouble(
            f"连不上数据库，请检查 DATABASE_URL 的主机、端口、账号、密码和库名：{first_line(error)}"
        ) from None
    if version < OLDEST:
        raise Trouble(
            f"数据库是 PostgreSQL {version}，本系统需要 {OLDEST} 或更新：请升级，或在 DATABASE_URL 里换一台"
        )
    if encoding != "UTF8":
        raise Trouble(f"数据库的编码是 {encoding}，存不下汉字：请以 UTF8 编码另建一个库")


def _is_well_formed(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("postgresql", "postgres") and parts.port != 0
    except ValueError:  # a port that is no number
        return False


def first_line(error: psycopg.Error) -> str:
    """What the server said, without the hints that follow."""
    return str(error).strip().splitlines()[0]
