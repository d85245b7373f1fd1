"""演示赋权: made up over the matters of the demonstration; the real lists are loaded from the city."""

from datetime import date

from guangyue.empowerments.declaration import DemoGrant, DemoPowers, Shortfall
from guangyue.empowerments.modes import KitPart, Mode, Piece

ECONOMIC, HIGH_TECH = "economic-zone", "high-tech-zone"

POWERS = DemoPowers(
    document="聊政字〔2021〕8号",
    grants=(
        DemoGrant("115011", Mode.DELEGATED),
        DemoGrant("115012", Mode.DELEGATED, remark="管线、道路工程除外"),
        DemoGrant("117001", Mode.DELEGATED),
        DemoGrant("117002", Mode.DELEGATED),
        DemoGrant("114011", Mode.DELEGATED),
        DemoGrant("114012", Mode.DELEGATED),
        DemoGrant("116911", Mode.DELEGATED, remark="仅限临时占用"),
        DemoGrant("116912", Mode.DELEGATED),
        DemoGrant("116001", Mode.REVIEW),
        DemoGrant("117004", Mode.REVIEW),
        DemoGrant("118003", Mode.REVIEW),
        DemoGrant("119001", Mode.REVIEW),
        DemoGrant("125001", Mode.REVIEW, remark="仅限不带储存设施"),
        DemoGrant("114021", Mode.INTAKE),
        DemoGrant("118002", Mode.INTAKE),
        DemoGrant("122001", Mode.INTAKE),
        DemoGrant("149001", Mode.INTAKE),
        DemoGrant("149002", Mode.INTAKE),
        DemoGrant("131003", Mode.OTHER, described="市级部门派人进驻开发区大厅，联合办理"),
        DemoGrant("131013", Mode.SAME_POWER),
        DemoGrant("105002", Mode.SAME_POWER),
        DemoGrant("118001", Mode.DIRECT),
        DemoGrant("120001", Mode.DIRECT),
        DemoGrant("123011", Mode.DIRECT),
        DemoGrant("131001", Mode.DIRECT),
        DemoGrant("131002", Mode.DIRECT),
        DemoGrant("131011", Mode.DIRECT),
        DemoGrant("131012", Mode.DIRECT),
        DemoGrant("131911", Mode.DIRECT),
        DemoGrant("131912", Mode.DIRECT),
    ),
    stopped=("105001", "111001", "111002", "111003", "111004", "111011", "117003", "124001"),
    goes_to="dongchangfu-government",
    shortfalls=(
        Shortfall(ECONOMIC, "117002", pieces=(Piece.ANNOUNCEMENT,)),
        Shortfall(ECONOMIC, "116912", pieces=(Piece.SEAL, Piece.ANNOUNCEMENT), kit=(KitPart.SUPERVISION,)),
        Shortfall(ECONOMIC, "125001", pieces=(Piece.PERMISSION,)),
        Shortfall(ECONOMIC, "116911", kit=(KitPart.SUPERVISION, KitPart.HANDBOOK)),
        Shortfall(ECONOMIC, "114011", withdrawn="劳务派遣经营许可收回市级统一办理（演示数据）"),
        Shortfall(HIGH_TECH, "117001", pieces=(Piece.AGREEMENT, Piece.SEAL), kit=(KitPart.SUPERVISION,)),
        Shortfall(HIGH_TECH, "149002", pieces=(Piece.PERMISSION, Piece.ANNOUNCEMENT)),
        Shortfall(HIGH_TECH, "114012", kit=(KitPart.POWER_LIST, KitPart.SYSTEM)),
        Shortfall(HIGH_TECH, "118003", suspended="平台权限调整，暂停使用（演示数据）"),
    ),
    signed_on=date(2021, 4, 19),
    undertaken_on=date(2021, 4, 22),
    changed_on=date(2021, 4, 28),
)
