"""What is not done with powers, and what is said then."""

from collections.abc import Collection
from http import HTTPStatus

from guangyue.empowerments.models import Empowerment, State, StoppedPower
from guangyue.empowerments.modes import KitPart, Part, Piece
from guangyue.kit.refusals import Refused


class NobodyHoldsIt(Refused):
    sentence = "这个地区还没有办理这个事项的单位。"
    advice = "请换一个地区，或者到上一级政务服务大厅办理。"


class CannotAct(Refused):
    """Without a live grant, or without a piece, which is named."""

    advice = "请与赋权管理人员联系，要件补齐以后再办理。"

    def __init__(self, empowerment: Empowerment, state: State, missing: Collection[Piece]) -> None:
        stands = "" if state == State.UNDERTAKEN else f"，现在是“{state.label}”"
        lacks = f"，缺{_named(missing)}" if missing else ""
        super().__init__(f"{empowerment.body}还不能行使“{empowerment.name}”这项权力{stands}{lacks}。")


class OutsideNote(Refused):
    advice = "没有赋权的部分，由原部门办理。"

    def __init__(self, empowerment: Empowerment, part: str) -> None:
        super().__init__(f"“{part}”不在赋权的范围里（备注：{empowerment.remark}）。")


class StoppedHere(Refused):
    def __init__(self, stopped: StoppedPower) -> None:
        self.advice = f"请转到{stopped.goes_to}办理。"
        super().__init__(f"{stopped.body}自 {stopped.since} 起不再办理这个事项。")


class NotInGrant(Refused):
    """The document serves the bodies it names and no others."""

    def __init__(self, body: object, number: str) -> None:
        super().__init__(f"{body}不是{number}的承接主体，要另有赋权文件。", field="body")


class PartsMissing(Refused):
    def __init__(self, missing: Collection[Part]) -> None:
        super().__init__(f"委托协议缺{_named(missing)}，不能登记。")
        self.status = HTTPStatus.UNPROCESSABLE_ENTITY


class PiecesMissing(Refused):
    advice = "要件登记齐全以后，再登记承接。"

    def __init__(self, missing: Collection[Piece]) -> None:
        super().__init__(f"还缺{_named(missing)}，不能承接。")


class NotFromHere(Refused):
    advice = "请刷新页面，看看现在是什么状态。"

    def __init__(self, now: State, to: State) -> None:
        super().__init__(f"“{now.label}”的赋权不能改为“{to.label}”。")


class WrongWay(Refused):
    """A paper that this way of granting does not know."""

    def __init__(self, empowerment: Empowerment, piece: Piece | KitPart) -> None:
        super().__init__(
            f"“{empowerment.name}”是{empowerment.granted_by.value}，不用{piece.value}。", field="empowerments"
        )


class BeforeIssue(Refused):
    def __init__(self, issued_on: object, field: str) -> None:
        super().__init__(f"不能早于文件印发之日（{issued_on}）。", field=field)


class BeforeLastMove(Refused):
    def __init__(self, last: object) -> None:
        super().__init__(f"不能早于上一次变动之日（{last}）。", field="on")


class EndedAlready(Refused):
    sentence = "已经交回或者关闭过了。"
    advice = "请刷新页面，看看现在是什么状态。"


class GrantedAlready(Refused):
    def __init__(self, body: object, code: str) -> None:
        super().__init__(f"{body}已经有编码为 {code} 的赋权。", field="code")


class StoppedAlready(Refused):
    def __init__(self, body: object, code: str) -> None:
        super().__init__(f"{body}不再实施编码为 {code} 的事项，已经登记过。", field="code")


class SayHow(Refused):
    sentence = "“其他方式”要写明是什么方式。"

    def __init__(self) -> None:
        super().__init__(field="described")


class MustDelegate(Refused):
    sentence = "法律、法规、规章规定由市级以上实施的，原则上委托；用别的方式要写明理由。"

    def __init__(self) -> None:
        super().__init__(field="reserved_reason")


def _named(parts: Collection[Piece] | Collection[Part]) -> str:
    return "、".join(part.value for part in parts)
