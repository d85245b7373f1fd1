import os
import subprocess
import sys
from pathlib import Path

import pytest

from guangyue.operations import state
from guangyue.operations.trouble import Trouble

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="root alone starts a server as another user")


def test_the_state_lies_where_gy_home_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GY_HOME", str(folder / "new" / "state"))

    assert state.home() == folder / "new" / "state"
    assert state.home().is_dir()


def test_a_secret_stays_the_same_and_only_its_owner_reads_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GY_HOME", str(folder))

    made = state.secret("django")

    assert len(made) >= 50
    assert state.secret("django") == made
    assert state.secret("another") != made
    assert (folder / "secrets" / "django").stat().st_mode & 0o777 == 0o600
    assert (folder / "secrets").stat().st_mode & 0o777 == 0o700


def test_commands_that_begin_together_make_one_secret(folder: Path) -> None:
    command = [sys.executable, "-c", "from guangyue.operations import state; print(state.secret('django'))"]
    environment = {**os.environ, "GY_HOME": str(folder)}

    together = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) for _ in range(4)]

    assert len({process.communicate()[0] for process in together}) == 1


@pytest.mark.parametrize("written", ["/proc/nowhere", "/dev/null/state"])
def test_a_folder_that_cannot_be_made_is_named(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GY_HOME", written)

    with pytest.raises(Trouble, match=rf"^状态目录不可用（{written}）：请用 GY_HOME [^\n]*$"):
        state.home()


@AS_ROOT
def test_a_folder_the_database_cannot_enter_is_not_opened_but_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.chmod(0o700)
    monkeypatch.setenv("GY_HOME", str(folder / "state"))

    with pytest.raises(Trouble, match="数据库系统用户能够进入"):
        state.home()

    assert folder.stat().st_mode & 0o777 == 0o700
