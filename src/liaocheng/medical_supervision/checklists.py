"""医疗卫生检查清单: what whoever inspects an institution looks at. The document names eighteen core systems,
nine prohibitions and four groups of what matters most; the points are those of the national documents."""

from guangyue.supervision.declaration import DemoItem, ItemKind, Point

MANAGEMENT, ESSENTIALS = "《医疗质量管理办法》", "《医疗质量安全核心制度要点》"
NINE = "《加强医疗卫生行风建设“九不准”》"
BY_RECORDS, BY_BOOKS = "抽查病历和登记，现场提问", "查看账册、合同、系统记录，走访患者"

CORE_SYSTEMS = tuple(
    Point(f"{system}制度落实", BY_RECORDS, "病历、登记复印件")
    for system in (
        "首诊负责",
        "三级查房",
        "会诊",
        "分级护理",
        "值班和交接班",
        "疑难病例讨论",
        "急危重患者抢救",
        "术前讨论",
        "死亡病例讨论",
        "查对",
        "手术安全核查",
        "手术分级管理",
        "新技术和新项目准入",
        "危急值报告",
        "病历管理",
        "抗菌药物分级管理",
        "临床用血审核",
        "信息安全管理",
    )
)
PROHIBITIONS = tuple(
    Point(f"没有{conduct}", BY_BOOKS, "资料复印件、询问笔录", "查实一项即不合格")
    for conduct in (
        "将医疗卫生人员个人收入与药品和医学检查收入挂钩",
        "开单提成",
        "违规收费",
        "违规接受社会捐赠资助",
        "参与推销活动和违规发布医疗广告",
        "为商业目的统方",
        "违规私自采购使用医药产品",
        "收受回扣",
        "收受患者“红包”",
    )
)
KEY_GROUPS = (
    Point("重点部门：母婴保健、采供血、临床用血、消毒供应、医保基金管理", "机构设有的逐一查看", "检查记录"),
    Point("重点专业：器官移植、限制类技术、人类辅助生殖", "核对备案和人员资质", "备案和资质复印件"),
    Point("重点岗位：高压氧舱、重症监护、放射源、毒麻精药品", "查看操作规程和交接登记", "登记复印件"),
    Point("关键环节：医院感染、医疗废物、抗菌药物", "现场查看，抽查登记", "现场照片、登记复印件"),
)


def _inspection(nth: int, name: str, basis: str, points: tuple[Point, ...]) -> DemoItem:
    return DemoItem(
        code=f"37-WJ-{nth:03d}",
        name=name,
        office="health",
        kind=ItemKind.INSPECTION,
        basis=basis,
        subjects="医疗机构",
        points=points,
        provincial_code=f"370023{nth:06d}",
    )


ITEMS = (
    _inspection(11, "医疗质量安全核心制度监督检查", f"{MANAGEMENT}{ESSENTIALS}", CORE_SYSTEMS),
    _inspection(12, "医疗卫生行风建设“九不准”监督检查", NINE, PROHIBITIONS),
    _inspection(13, "医疗服务重点部门、专业、岗位和环节监督检查", MANAGEMENT, KEY_GROUPS),
)
