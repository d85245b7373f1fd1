"""以生产线计: how many lines a share means, who takes turns, and who may save otherwise than by stopping."""

from datetime import datetime, timedelta

from guangyue.alerts.reduction.measures import WHOLE, AbatementScheme


def lines_to_stop(lines: int, percent: int) -> int:
    """At least the share: half of three lines is two."""
    return -(-lines * percent // WHOLE)


def batches_stopped(scheme: AbatementScheme, batches: int, percent: int) -> int:
    """轮流停产: how many of the batches stand still at any time, so that the share is kept every day."""
    if not 1 < batches <= scheme.most_batches:
        raise ValueError(f"轮流停产应当分 2 到 {scheme.most_batches} 批。")
    return lines_to_stop(batches, percent)


def treatment_until(scheme: AbatementScheme, stopped: datetime) -> datetime:
    """废气治理设施 run on after the process has stopped."""
    return stopped + timedelta(hours=scheme.treatment_hours)


def may_save_without_stopping(
    scheme: AbatementScheme, *, uninterruptible: bool, cems: bool, dcs_months: int
) -> bool:
    """工序不可中断: better treatment or less load instead of a stop, if long records prove it."""
    return uninterruptible and cems and dcs_months >= scheme.proof_months
