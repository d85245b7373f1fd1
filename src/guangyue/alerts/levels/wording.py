"""研判说明: a weighing in sentences, for whoever must sign it."""

from collections.abc import Iterator
from datetime import datetime

from guangyue.alerts.levels.processes import Process
from guangyue.alerts.levels.weighing import Shortfall, Weighing
from guangyue.alerts.plans import Level
from guangyue.kit.clocks import HOUR, SHANGHAI


def explain(weighing: Weighing, begins_at: datetime | None = None) -> Iterator[str]:
    """What was reached, from which days, and what lacks for more; by the clock where it is known when the
    forecast begins."""
    process = weighing.process
    if process is None or weighing.level is None:
        yield f"没有 AQI 日均值大于 {weighing.plan.heavy} 的连续 24 小时，不需预警。"
    else:
        yield _reached(weighing.level, process, begins_at)
        if process.merged:
            yield _merged(process)
    for level in weighing.plan.above(weighing.level):
        ways = (_lacking(shortfalls) for shortfalls in weighing.why_not[level.key])
        yield f"未达到{level.title}：{'；或者 '.join(ways)}。"


def _hour_said(hour: int, begins_at: datetime | None) -> str:
    """第 17 小时, or 11月23日17时"""
    if begins_at is None:
        return f"第 {hour} 小时"
    moment = (begins_at + hour * HOUR).astimezone(SHANGHAI)
    return f"{moment.month}月{moment.day}日{moment.hour}时"


def _reached(level: Level, process: Process, begins_at: datetime | None) -> str:
    means = "、".join(f"{float(day.mean):.1f}" for day in process.days if day.mean is not None)
    since, many = _hour_said(process.start, begins_at), len(process.days)
    return f"达到{level.title}：从{since}起算，{many} 个日均值（{means}），持续 {process.hours} 小时。"


def _merged(process: Process) -> str:
    gaps = zip(process.runs, process.runs[1:], strict=False)
    hours = "、".join(str(after.start - before.end) for before, after in gaps)
    return f"{len(process.runs)} 次过程间隔 {hours} 小时，按一次重污染过程计算。"


def _lacking(shortfalls: tuple[Shortfall, ...]) -> str:
    return "，".join(f"{one.asked}，现为 {one.hours} 小时" for one in shortfalls if not one.met)
