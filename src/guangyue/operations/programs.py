"""Running pg_dump and pg_restore."""

import os
import subprocess

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from guangyue.operations.trouble import Trouble


def run_program(program: str, *arguments: str, url: str) -> None:
    """Run it on a database. The password goes by the environment: a list of processes does not show that."""
    parts = conninfo_to_dict(url)
    password = str(parts.pop("password", ""))
    done = subprocess.run(
        [program, *arguments, "--dbname", make_conninfo("", **parts)],
        check=False,
        env={**os.environ, "PGPASSWORD": password, "LC_ALL": "C"},
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise _why_not(program, done.stderr.splitlines() or ["没有说明原因"])


def _why_not(program: str, said: list[str]) -> Trouble:
    if any("No space left on device" in line for line in said):
        return Trouble("磁盘已满：请清理磁盘，或换一个有空间的目录")
    telling = next((line for line in said if "error:" in line), said[-1])
    return Trouble(
        f"{program} 没有完成：{telling}（版本不合时，可用 GY_POSTGRES_BIN 换一套 PostgreSQL 程序）"
    )
