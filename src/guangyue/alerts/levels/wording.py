"""研判说明: a weighing in sentences, for whoever must sign it."""

from collections.abc import Iterator

from guangyue.alerts.levels.processes import Process
from guangyue.alerts.levels.weighing import Shortfall, Weighing
from guangyue.alerts.plans import Level


def explain(weighing: Weighing) -> Iterator[str]:
    """What was reached, from which days, and what lacks for more."""
    process = weighing.process
    if process is None or weighing.level is None:
        yield f"没有 AQI 日均值大于 {weighing.plan.heavy} 的连续 24 小时，不需预警。"
    else:
        yield _reached(weighing.level, process)
        if process.merged:
            yield _merged(process)
    for level in weighing.plan.above(weighing.level):
        ways = (_lacking(shortfalls) for shortfalls in weighing.why_not[level.key])
        yield f"未达到{level.title}：{'；或者 '.join(ways)}。"


def _reached(level: Level, process: Process) -> str:
    means = "、".join(f"{float(day.mean):.1f}" for day in process.days if day.mean is not None)
    return (
        f"达到{level.title}：从第 {process.start} 小时起算，{len(process.days)} 个日均值（{means}），"
        f"持续 {process.hours} 小时。"
    )


def _merged(process: Process) -> str:
    gaps = zip(process.runs, process.runs[1:], strict=False)
    hours = "、".join(str(after.start - before.end) for before, after in gaps)
    return f"{len(process.runs)} 次过程间隔 {hours} 小时，按一次重污染过程计算。"


def _lacking(shortfalls: tuple[Shortfall, ...]) -> str:
    return "，".join(f"{one.asked}，现为 {one.hours} 小时" for one in shortfalls if not one.met)
