"""What the register of organisations does not do, and what it says then."""

from guangyue.kit.refusals import Refused


class ChiefPostOccupied(Refused):
    advice = "先在本通知或以前的通知里免去现任，再任命。"


class UnknownOrganisation(Refused):
    advice = "先在机构名录里登记这个机构，或者给已有机构补上这个写法，再核对。"


class WrongState(Refused):
    advice = "请刷新页面，看看现在到了哪一步。"


class BodyWithoutDocument(Refused):
    sentence = "议事协调机构必须写明设立的文件和条款。"


class NotTheConvenor(Refused):
    sentence = "议题由召集人审定，别人不能代替；有委托的，先登记委托代行。"


class ReasonMissing(Refused):
    sentence = "要写明理由。"
