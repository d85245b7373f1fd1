"""指令的话: what a message about an order says."""

from django.conf import settings
from django.urls import reverse

from guangyue.alerts.models import Dispatch, Order
from guangyue.kit.wording import moment

EXERCISE = "演练 "
REASONS = Dispatch.Reason


def letter_of(dispatch: Dispatch) -> tuple[str, str, str]:
    """Title, body and the page it leads to. The address stands early in the body: a text message is cut."""
    order = dispatch.order
    link = reverse("alerts:card", args=[order.code])
    mark = EXERCISE if order.exercise else ""
    title = f"{mark}{order.warning.level.title}{_about(dispatch.reason)}"
    return title, f"{order.source}：{_said(dispatch, settings.GUANGYUE_ADDRESS + link)}", link


def _about(reason: str) -> str:
    match reason:
        case REASONS.BEGIN:
            return "减排指令"
        case REASONS.CHANGE:
            return "减排指令有改动"
        case REASONS.CHASE:
            return "减排指令请签收"
        case _:
            return "减排指令终止"


def _said(dispatch: Dispatch, address: str) -> str:
    order = dispatch.order
    if dispatch.reason == REASONS.END:
        return f"{order.warning}的减排措施自{moment(order.ended_at)}起不再执行。"
    measures = "；".join(_measure(order))
    return f"自{moment(order.starts_at)}起执行，请打开 {address} 签收。{measures}"


def _measure(order: Order) -> list[str]:
    return [f"{one.title}：{one.lines_said or one.does}" for one in order.instructions]
