"""`guangyue run`: the database, the web server and the worker, until we are told to stop."""

import argparse
import errno
import ipaddress
import os
import socket
import time

from guangyue.operations.postgres import Cluster
from guangyue.operations.preparation import prepare
from guangyue.operations.processes import Child
from guangyue.operations.surroundings import django, surroundings
from guangyue.operations.trouble import Trouble, say

ANSWER_WITHIN = 120.0  # seconds


def run(*arguments: str) -> None:
    asked = _read(arguments)
    check_exposure(asked.host, demo=asked.demo)
    check_port(asked.host, asked.port)
    with surroundings(GY_DEMO="1" if asked.demo else "0") as around:
        if not asked.prepared:
            prepare(around, demo=asked.demo)
        page = django("web", "--host", asked.host, "--port", str(asked.port))
        with Child("网页服务", page, around.environment) as web:
            _wait_for_answer(web, asked.host, asked.port)
            print(say(f"已就绪，请打开 {_address(asked.host, asked.port)}（按 Ctrl-C 停止）"), flush=True)
            with Child("后台任务", django("worker"), around.environment) as worker:
                while True:
                    _keep(around.cluster, web, worker)
                    time.sleep(1)


def check_exposure(host: str, *, demo: bool) -> None:
    """A demo lets anyone step in as anyone: it stays on this machine. What does not says under which name."""
    if _is_loopback(host):
        return
    if demo:
        raise Trouble(f"演示模式下任何人都能一键进入，只能在本机访问：请去掉 --host {host}，或者去掉 --demo")
    if "GY_HOSTS" not in os.environ:
        raise Trouble("对外服务须写明访问所用的域名：请设置 GY_HOSTS，如 GY_HOSTS=zwfw.example.gov.cn")


def check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise Trouble(f"没有权限使用端口 {port}：请用 --port 换一个 1024 以上的端口") from None
        except OverflowError:
            raise Trouble(f"没有 {port} 这个端口：请用 --port 给出 1 至 65535 之间的数") from None
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise Trouble(f"本机没有 {host} 这个地址：请用 --host 换一个") from None
            raise Trouble(f"端口 {port} 已被占用：请停止占用它的程序，或用 --port 换一个") from None


def _read(arguments: tuple[str, ...]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="guangyue run", description="运行城市：数据库、网页和后台任务")
    parser.add_argument("--demo", action="store_true", help="装入演示数据，登录页可一键进入（仅限本机访问）")
    parser.add_argument("--prepared", action="store_true", help="数据库的所有者已运行过 prepare，不再核对")
    parser.add_argument("--host", default="127.0.0.1", help="监听的地址，默认 127.0.0.1")
    parser.add_argument("--port", type=int, default=os.environ.get("GY_PORT", "8000"), help="端口，默认 8000")
    return parser.parse_args(arguments)


def _keep(cluster: Cluster | None, *children: Child) -> None:
    """Bring back what has crashed; the database first, for the others need it."""
    if cluster is not None and not cluster.is_running():
        print(say("数据库意外退出，正在重新启动"), flush=True)
        cluster.start()
    for child in children:
        child.revive(time.monotonic())


def _wait_for_answer(web: Child, host: str, port: int) -> None:
    until = time.monotonic() + ANSWER_WITHIN
    while not _answers(host, port):
        if web.has_ended() or time.monotonic() > until:
            raise Trouble("网页服务没有启动：原因见上面的日志")
        time.sleep(0.1)


def _answers(host: str, port: int) -> bool:
    """Whether the first page comes."""
    name = os.environ.get("GY_HOSTS", "127.0.0.1").split(",")[0]
    question = f"GET / HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n"
    try:
        with socket.create_connection((_reachable(host), port), timeout=10) as connection:
            connection.sendall(question.encode())
            return connection.recv(12).startswith(b"HTTP/1.1")
    except OSError:
        return False


def _address(host: str, port: int) -> str:
    shown = _reachable(host)
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def _reachable(host: str) -> str:
    """Where a server that listens everywhere is found from here."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
