"""The console script `guangyue`: slim, so that what waits beside a running city weighs little."""

import os
import sys

from guangyue.operations.preparation import forget_preparation
from guangyue.operations.processes import run_in_front, stop_on_signals
from guangyue.operations.running import run
from guangyue.operations.surroundings import django, surroundings
from guangyue.operations.trouble import said_in_one_line

USAGE = """用法：guangyue 命令 [参数…]

  run [--demo] [--host 地址] [--port 端口]   运行城市，直到按下 Ctrl-C
  doctor                                     逐项检查，说明哪里不对、怎么办
  demo                                       装入演示数据
  worker                                     另开一个后台任务进程
  make_administrator --reset                 重设管理员的密码，只显示一次
  backup 文件 / restore 文件                 备份 / 恢复（数据库和上传的文件）
  audit verify                               验证审计链
  examples 文件…                             逐条核对示例
  decisions replay 编号… | --all             重演核定：按固化的事实和当时的参数，逐字节核对
  draw verify 抽取记录 [抽取公告]            按公布的文件重新抽取一遍，不一致的指出来
  gazette import 文件… [--release]           导入公报；list 列出各期，release 期 发布，report 期 看校对报告
  coverage [文号]                            哪些条款已经运行、不需系统、尚未研究
  clauses 文号                               列出一件公文的条款
  migrate、shell、dbshell 等                 Django 的命令，用法见 guangyue help 命令

状态目录由 GY_HOME 指定（默认是检出目录里的 var）；DATABASE_URL 指定外部数据库。
"""


def main() -> None:
    stop_on_signals()
    os.umask(0o077)  # what a city writes is for nobody else
    word, *arguments = sys.argv[1:] or ["help"]
    with said_in_one_line():
        if word in ("help", "-h", "--help") and not arguments:
            print(USAGE, end="")
        elif word == "run":
            run(*arguments)
        else:
            forget_preparation()
            with surroundings() as around:
                sys.exit(run_in_front(django(word, *arguments), around.environment))


if __name__ == "__main__":
    main()
