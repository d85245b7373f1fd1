import itertools
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from guangyue.operations import state
from guangyue.operations.postgres import Cluster
from guangyue.operations.trouble import Trouble

SOURCE = Path(state.__file__).resolve().parents[2]
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user or mount a disk")

HOLD_A_CLUSTER = """
import sys
from pathlib import Path
from guangyue.operations.postgres import Cluster
with Cluster(Path(sys.argv[1]), Path(sys.argv[2]), durable=sys.argv[3] == "durable") as cluster:
    print(cluster.url(), flush=True)
    sys.stdin.read()
"""


def ask(url: str, question: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(question.encode()).fetchone()
    return row and row[0]


def pid_of(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().splitlines()[0])


def wait_until_stopped(cluster: Cluster) -> None:
    until = time.monotonic() + 10
    while cluster.is_running():
        assert time.monotonic() < until
        time.sleep(0.02)


@contextmanager
def another_process(
    cluster: Cluster, *, durable: bool = True, before: tuple[str, ...] = (), python: str = sys.executable
) -> Iterator[subprocess.Popen[str]]:
    """A process that starts the same cluster and holds it until its input is closed."""
    arguments = (cluster.home, cluster.binaries, "durable" if durable else "thrown away")
    process = subprocess.Popen(
        [*before, python, "-c", HOLD_A_CLUSTER, *arguments],
        env={"PYTHONPATH": str(SOURCE), "PATH": os.environ["PATH"]},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("postgresql://")
    try:
        yield process
    finally:
        process.communicate()


def test_what_was_acknowledged_is_on_disk(cluster: Cluster) -> None:
    for setting in ("fsync", "synchronous_commit", "full_page_writes", "data_checksums"):
        assert ask(cluster.url(), f"select current_setting('{setting}')") == "on"


def test_only_the_password_opens_it_and_only_from_this_machine(cluster: Cluster) -> None:
    wrong = cluster.url().replace("postgresql://guangyue:", "postgresql://guangyue:not-")

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)

    assert ask(cluster.url(), "select current_setting('listen_addresses')") == ""
    assert (cluster.home / "password").stat().st_mode & 0o777 == 0o600


def keep_writing(url: str, writer: int, acknowledged: list[tuple[int, int]]) -> None:
    """Insert one row after another until the server is gone, noting each that it has acknowledged."""
    with suppress(psycopg.OperationalError), psycopg.connect(url, autocommit=True) as connection:
        for number in itertools.count(len(acknowledged)):
            connection.execute("insert into kept values (%s, %s)", [writer, number])
            acknowledged.append((writer, number))


def test_what_a_killed_server_acknowledged_is_there_when_it_comes_back(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url()) as connection:
        connection.execute("create table kept (writer int, number int)")
    noted: list[list[tuple[int, int]]] = [[] for _ in range(4)]

    for _ in range(3):
        writers = [
            threading.Thread(target=keep_writing, args=(cluster.url(), writer, noted[writer]))
            for writer in range(4)
        ]
        for thread in writers:
            thread.start()
        time.sleep(0.3)
        os.kill(pid_of(cluster), signal.SIGKILL)
        for thread in writers:
            thread.join()
        wait_until_stopped(cluster)
        cluster.start()

    acknowledged = set(itertools.chain(*noted))
    with psycopg.connect(cluster.url()) as connection:
        kept = set(connection.execute("select writer, number from kept").fetchall())
    assert len(acknowledged) > 100
    assert acknowledged <= kept


@pytest.mark.filterwarnings("ignore:subprocess .* is still running")
def test_two_processes_share_one_server_and_the_last_to_leave_stops_it(cluster: Cluster) -> None:
    first = pid_of(cluster)

    with another_process(cluster):
        cluster.stop()
        assert pid_of(cluster) == first
        assert ask(cluster.url(), "select 1") == 1

    assert not cluster.is_running()


def test_a_server_whose_starter_was_killed_is_taken_over(folder: Path, binaries: Path) -> None:
    cluster = Cluster(folder / "postgresql", binaries)
    with another_process(cluster) as starter:
        starter.kill()
        starter.wait()
        left = pid_of(cluster)

        cluster.start()

        assert pid_of(cluster) == left
        cluster.stop()

    assert not cluster.is_running()


def test_a_server_to_be_thrown_away_ends_with_its_starter(folder: Path, binaries: Path) -> None:
    cluster = Cluster(folder / "postgresql", binaries, durable=False)

    with another_process(cluster, durable=False) as starter:
        starter.kill()
        starter.wait()

    wait_until_stopped(cluster)


def test_a_pid_file_whose_number_is_another_process_now_is_no_hindrance(cluster: Cluster) -> None:
    cluster.stop()
    (cluster.data / "postmaster.pid").write_text(f"{os.getpid()}\n{cluster.data}\n")

    assert not cluster.is_running()
    cluster.start()

    assert ask(cluster.url(), "select 1") == 1


def test_a_lock_on_the_socket_whose_number_is_another_process_now_is_no_hindrance(cluster: Cluster) -> None:
    cluster.stop()
    with subprocess.Popen(["sleep", "60"], user=cluster.data.stat().st_uid) as another:
        lock = cluster.sockets / ".s.PGSQL.5432.lock"
        lock.write_text(f"{another.pid}\n{cluster.data}\n")

        cluster.start()
        another.kill()

    assert ask(cluster.url(), "select 1") == 1


def test_a_state_folder_with_a_long_path_has_its_socket_elsewhere(folder: Path, binaries: Path) -> None:
    cluster = Cluster(folder / ("长" * 40), binaries, durable=False)

    with cluster:
        assert ask(cluster.url(), "select 1") == 1
        assert cluster.home not in cluster.sockets.parents

    cluster.destroy()
    assert not cluster.sockets.exists()


def test_folders_above_the_state_keep_their_permissions(folder: Path, binaries: Path) -> None:
    folder.chmod(0o751)

    with Cluster(folder / "new" / "postgresql", binaries, durable=False):
        pass

    assert folder.stat().st_mode & 0o777 == 0o751


def test_data_of_another_version_is_left_alone(cluster: Cluster) -> None:
    cluster.stop()
    made_by = cluster.data / "PG_VERSION"
    made_by.write_text("14\n")

    with pytest.raises(Trouble, match="数据库未能启动"):
        cluster.start()

    assert made_by.read_text() == "14\n"


@AS_ROOT
def test_root_starts_a_server_that_has_none_of_its_rights(cluster: Cluster) -> None:
    lines = Path(f"/proc/{pid_of(cluster)}/status").read_text().splitlines()
    status = {name: value for name, _, value in (line.partition(":") for line in lines)}

    assert "0" not in status["Uid"].split()
    assert "0" not in status["Gid"].split()
    assert status["Groups"].split() == []


@AS_ROOT
@pytest.mark.skipif(not Path("/usr/bin/python3").exists(), reason="needs a Python every user can run")
def test_a_plain_user_runs_one_too_and_root_can_share_it(folder: Path, binaries: Path) -> None:
    nobody = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")
    folder.chmod(0o777)
    there = Cluster(folder / "postgresql", binaries)

    with another_process(there, before=nobody, python="/usr/bin/python3"):
        assert there.data.owner() == "nobody"
        assert ask(there.url(), "select 1") == 1

    with Cluster(folder / "postgresql", binaries) as again:
        assert ask(again.url(), "select 1") == 1
        assert again.data.owner() == "nobody"


@AS_ROOT
def test_a_full_disk_is_said_in_one_line(folder: Path, binaries: Path) -> None:
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m,mode=711", "none", str(disk)]
    if subprocess.run(mount, check=False).returncode != 0:
        pytest.skip("this machine does not let us mount a small disk")
    try:
        with pytest.raises(Trouble, match=r"^磁盘已满[^\n]*$"):
            Cluster(disk / "postgresql", binaries).start()
        assert shutil.disk_usage(disk).free > 1 << 20
    finally:
        subprocess.run(["umount", disk], check=True)
