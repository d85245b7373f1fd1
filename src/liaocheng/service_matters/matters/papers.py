"""材料: the papers that several matters ask for, each under one code; what the city holds it fetches."""

from dataclasses import replace

from guangyue.matters.declaration import Entry, FormField, Material, Source

LICENCE, SHARED = Source.LICENCE, Source.SHARED

# 向部门和电子证照库获取的
ID_CARD = Material("id-card", "居民身份证", source=LICENCE, fetched_from="市公安局")
HOUSEHOLD_BOOK = Material("household-book", "居民户口簿", source=LICENCE, fetched_from="市公安局")
RESIDENCE_PERMIT = Material("residence-permit", "居住证", source=LICENCE, fetched_from="市公安局")
MARRIAGE_CERTIFICATE = Material("marriage-certificate", "结婚证", source=LICENCE, fetched_from="市民政局")
BIRTH_CERTIFICATE = Material("birth-certificate", "出生医学证明", source=LICENCE, fetched_from="市卫生健康委")
BUSINESS_LICENCE = Material("business-licence", "营业执照", source=LICENCE, fetched_from="市行政审批服务局")
PROPERTY_CERTIFICATE = Material(
    "property-certificate", "不动产权证书", source=LICENCE, fetched_from="市自然资源和规划局"
)
TAX_CLEARANCE = Material("tax-clearance", "契税完税信息", source=SHARED, fetched_from="市税务局")
INSURANCE_RECORD = Material(
    "insurance-record", "社会保险参保缴费信息", source=SHARED, fetched_from="市人力资源社会保障局"
)
DISABILITY_CARD = Material("disability-card", "残疾人证", source=LICENCE, fetched_from="市残联")
LAND_CONTRACT = Material(
    "land-contract", "国有建设用地使用权出让合同", source=SHARED, fetched_from="市自然资源和规划局"
)
SEAL_RECORD = Material("seal-record", "印章备案信息", source=SHARED, fetched_from="市公安局")
VEHICLE_LICENCE = Material("vehicle-licence", "机动车行驶证", source=LICENCE, fetched_from="市公安局")
DRIVING_LICENCE = Material("driving-licence", "机动车驾驶证", source=LICENCE, fetched_from="市公安局")
DIPLOMA = Material("diploma", "学历信息", source=SHARED, fetched_from="市教育和体育局")
MEANS_CHECK = Material("means-check", "家庭经济状况核对报告", source=SHARED, fetched_from="市民政局")
PLANNING_PERMIT = Material(
    "planning-permit", "建设工程规划许可证", source=LICENCE, fetched_from="市自然资源和规划局"
)

# 申请人提交的
MANDATE = Material(
    "mandate",
    "授权委托书",
    deferrable=True,
    supply_days=5,
    asked_when="委托他人办理的",
    sample="写明委托人、受托人、委托的事项和期限，双方签名",
)
PHOTO = Material("photo", "近期免冠证件照", deferrable=True, supply_days=5, sample="白底，一寸，六个月内拍摄")
LEASE = Material(
    "lease",
    "经营场所使用证明",
    deferrable=True,
    supply_days=10,
    sample="自有的提供购房合同，租用的提供一年以上租赁合同，写明地址、面积和用途",
)
HEALTH_CERTIFICATES = Material(
    "health-certificates",
    "从业人员健康证明",
    deferrable=True,
    supply_days=10,
    sample="每名接触食品或者直接服务顾客的人员一份，在有效期内",
)
STAFF_LIST = Material(
    "staff-list",
    "人员名册",
    deferrable=True,
    supply_days=10,
    sample="姓名、岗位、资格证书编号，法定代表人签字",
)
FLOOR_PLAN = Material("floor-plan", "经营场所平面布局图", sample="标明各功能间、出入口和尺寸，可手绘")
SAFETY_RULES = Material(
    "safety-rules",
    "安全管理制度",
    deferrable=True,
    supply_days=10,
    sample="责任人、检查、培训、应急处置各一章",
)
SALE_CONTRACT = Material("sale-contract", "房屋买卖合同", sample="网签备案的合同，买卖双方签字")
BANK_CARD = Material(
    "bank-card", "本人银行卡", deferrable=True, supply_days=5, sample="社会保障卡的金融账户也可以"
)
BIRTH_NOTE = Material("birth-note", "医院分娩记录", sample="助产机构出具，写明母亲姓名、新生儿性别和出生时间")
ARTICLES = Material("articles", "公司章程", sample="全体股东签字或者电子签名，可用登记平台的范本")
REPRESENTATIVES = Material(
    "representatives",
    "法定代表人、董事、监事、经理的任职文件",
    sample="写明职务、任期和产生方式，可用登记平台的范本",
)
METER_NOTE = Material(
    "meter-note",
    "过户当天的表计读数",
    deferrable=True,
    supply_days=5,
    copies=1,
    originals=0,
    sample="拍下表号和读数，双方当天确认",
)


def necessary(paper: Material) -> Material:
    """The same paper where it may not be owed."""
    return replace(paper, deferrable=False, supply_days=None)


# 表单项
ADDRESS = FormField("address", "经营场所地址", help="写到门牌号")
HOME = FormField("home", "现住址", known_as="residence")
FIRM_NAME = FormField("firm_name", "单位名称", known_as="name")
DELIVERY_ADDRESS = FormField("delivery_address", "证照邮寄地址", required=False, help="不填的到窗口领取")
PROPERTY_ADDRESS = FormField("property_address", "房屋坐落", help="按不动产权证书填写")
CHILD_NAME = FormField("child_name", "新生儿姓名")
CHILD_BORN = FormField("child_born", "出生日期", Entry.DAY)
MOTHER_NUMBER = FormField("mother_number", "母亲的公民身份号码", Entry.ID_NUMBER)
