"""指令卡: an order as a paper to be hung up where it is carried out, with the code that answers for it."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Order
from guangyue.alerts.reduction.instructions import Instruction
from guangyue.kit.typesetting import Check, OfficialPaper, Part, Table
from guangyue.kit.wording import moment

EXERCISE = "本件为演练，不要求实际停产、停工。"


def card_of(order: Order) -> OfficialPaper:
    voice, level = response_plan().voice, order.warning.level
    address = f"{settings.GUANGYUE_ADDRESS}{reverse('alerts:card', args=[order.code])}"
    return OfficialPaper(
        issuer=voice.office,
        banner=voice.office,
        number=f"{order.warning} 第 {order.version} 版",
        title=f"{'演练 ' if order.exercise else ''}{level.title}减排指令",
        dated=localdate(order.written_at),
        addressed_to=order.source.name,
        body=list(_body(order)),
        letter=True,
        two_sided=False,
        check=Check(
            address=address,
            lines=(
                f"指令码 {order.code}",
                "扫描二维码签收、提交照片和在线监控读数，也可以查验真伪。",
                f"咨询和举报电话 {voice.hotline}",
            ),
        ),
    )


def _body(order: Order) -> Iterator[Part]:
    if order.exercise:
        yield EXERCISE
    level = order.warning.level
    yield (
        f"{level.title}（{order.warning}）已经发布，启动{level.response}。"
        f"请自{moment(order.starts_at)}起执行下列措施，到预警解除为止。"
    )
    yield Table(
        ("措施", "怎样做", "依据"),
        [(one.title, "；".join(_how(one)), one.cites) for one in order.instructions],
        widths=(3, 8, 4),
        alignments=("left", "left", "left"),
    )
    if order.ended_at:
        yield f"本指令已于{moment(order.ended_at)}终止。"


def _how(one: Instruction) -> Iterator[str]:
    yield one.does
    if one.lines_said:
        yield one.lines_said
    if one.exempt:
        yield f"{one.exempt}除外"
    if one.remark:
        yield one.remark
