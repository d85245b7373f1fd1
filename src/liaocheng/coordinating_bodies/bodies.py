"""The bodies, in the order of the documents: who leads them, who sits in them by office, when they meet.

Members that stand only in an attachment left out of the gazette are not here: nobody may guess them.
"""

from datetime import date

from guangyue.organisations.cadence import Cadence
from guangyue.organisations.demands import FormBody, Office, RenameBody, WorkingRule
from guangyue.organisations.facts import OrganisationFact
from guangyue.organisations.models import Body, Seat
from liaocheng.city import (
    AGRICULTURE,
    APPROVAL,
    BANKING_SUPERVISION,
    BROADCASTING,
    CIVIL_AFFAIRS,
    CULTURE_AND_TOURISM,
    DEVELOPMENT_AND_REFORM,
    DIRECT_ORGANS,
    DISABLED_FEDERATION,
    ECOLOGY,
    EDUCATION_AND_SPORTS,
    FINANCE,
    GOVERNMENT,
    GOVERNMENT_OFFICE,
    HEALTH,
    HOUSING,
    INDUSTRY,
    LOCAL_FINANCE,
    MARKET,
    NATURAL_RESOURCES,
    ORDER_POLICE,
    PARTY_COMMITTEE,
    PUBLICITY,
    STATE_ASSETS,
    TAXATION,
    TRADE_UNIONS,
    TRAFFIC_POLICE,
    TRANSPORT,
    URBAN_MANAGEMENT,
    WOMENS_FEDERATION,
    YOUTH_LEAGUE,
)
from liaocheng.coordinating_bodies.document import (
    DOUBLE_RANDOM,
    FITNESS,
    FOREST_CHIEFS,
    HEAVY_POLLUTION,
    HIGH_ENERGY,
    ILLEGAL_BUILDING,
    INEFFICIENT_LAND,
    IRRIGATION,
    ONE_WINDOW,
    PLANNERS,
    ROADS_TO_HOUSES,
    SMART_CITY,
    SOCIAL_ASSISTANCE,
    TOILETS,
    WASTE_SORTING,
)

Role = Seat.Role
END_OF_OCTOBER = date(2019, 10, 31)  # 10月底前 the name is changed
PLANNERS_SIGNED = date(2021, 4, 14)  # it speaks of a body that is there, before it comes into force itself


def mayor(role: Seat.Role, printed: str = "市长") -> Office:
    return Office(role, printed, GOVERNMENT, "市长")


def deputy_mayor(role: Seat.Role, charge: str, printed: str = "分管副市长") -> Office:
    """分管副市长: which of them, the work says."""
    return Office(role, printed, GOVERNMENT, "副市长", charge)


def bureau_chief(bureau: OrganisationFact, printed: str) -> Office:
    return Office(Role.OFFICE_HEAD, printed, bureau, "局长")


def member(unit: OrganisationFact, charge: str, printed: str) -> Office:
    """成员单位分管领导."""
    return Office(Role.MEMBER, printed, unit, "分管领导", charge)


CHEMICALS = FormBody(
    key="chemicals-and-high-energy",
    name="市化工产业安全生产转型升级专项行动领导小组",
    kind=Body.Kind.LEADING_GROUP,
    cites=HIGH_ENERGY.clause("四（二十五）"),
    on=HIGH_ENERGY.since,
    existed_before=True,
    duties=("统筹高耗能行业高质量发展",),
)

STREAMLINING = FormBody(
    key="streamlining",
    name="聊城市推进政府职能转变领导小组",
    kind=Body.Kind.COORDINATING_GROUP,
    cites=ONE_WINDOW.clause("一（一）"),
    on=ONE_WINDOW.since,
    existed_before=True,
    seats=(
        mayor(Role.HEAD, "政府主要负责同志"),
        deputy_mayor(Role.DEPUTY_HEAD, "放管服改革", "分管负责同志"),
        Office(Role.MEMBER, "部门主要负责同志"),
    ),
    roster_omitted=True,
    duties=("统筹指导全市“放管服”改革",),
    duties_cite=ONE_WINDOW.clause("一（二）"),
)

DOUBLE_RANDOM_CONFERENCE = FormBody(
    key="double-random-conference",
    name="聊城市“双随机、一公开”监管工作联席会议",
    also_called=(
        "双随机联席会议",
        "市场监管双随机联席会议",
        "市市场监管领域部门联合“双随机、一公开”监管工作联席会议",
    ),
    kind=Body.Kind.JOINT_CONFERENCE,
    cites=DOUBLE_RANDOM.clause("三（一）"),
    on=DOUBLE_RANDOM.since,
    seats=(
        Office(Role.LEAD_CONVENOR, "常务副市长", GOVERNMENT, "常务副市长"),
        deputy_mayor(Role.CONVENOR, "市场监管"),
        bureau_chief(MARKET, "市市场监管局主要负责同志"),
        member(DEVELOPMENT_AND_REFORM, "双随机监管", "市发展改革委"),
        member(MARKET, "双随机监管", "市市场监管局"),
    ),
    office=MARKET,
    stated_members=17,
    roster_omitted=True,
    reports_yearly_by=(12, 31),
    report_to="市政府",
    duties=("统筹部门联合抽查，定期调度通报",),
)

FOREST_CHIEFS_CONFERENCE = FormBody(
    key="forest-chiefs",
    name="聊城市林长制协作会议",
    also_called=("林长制协作会议", "林长制", "林长制部门协作机制"),
    kind=Body.Kind.SYSTEM,
    cites=FOREST_CHIEFS.clause("一（二）"),
    on=FOREST_CHIEFS.since,
    seats=(
        Office(Role.GENERAL_CHIEF, "市委书记", PARTY_COMMITTEE, "书记"),
        mayor(Role.GENERAL_CHIEF),
        Office(Role.DEPUTY_GENERAL_CHIEF, "市委副书记", PARTY_COMMITTEE, "副书记"),
        Office(Role.DEPUTY_GENERAL_CHIEF, "常务副市长", GOVERNMENT, "常务副市长"),
        deputy_mayor(Role.DEPUTY_GENERAL_CHIEF, "林业"),
        bureau_chief(NATURAL_RESOURCES, "市自然资源和规划局主要负责同志"),
        Office(Role.MEMBER, "各责任单位1名负责同志"),
    ),
    office=NATURAL_RESOURCES,
    cadence=Cadence.YEARLY,
    duties=("协调森林等生态资源保护发展", "总结考核，部署林长制工作"),
    duties_cite=FOREST_CHIEFS.clause("三（二）一是"),
)

TOILETS_GROUP = FormBody(
    key="toilets-group",
    name="农村改厕规范升级和后续管护长效机制工作领导小组",
    also_called=("改厕领导小组",),
    kind=Body.Kind.LEADING_GROUP,
    level=Body.Level.COUNTY,
    cites=TOILETS.clause("四（一）"),
    on=TOILETS.since,
    seats=(
        Office(Role.HEAD, "县（市、区）政府、市属开发区管委会主要领导"),
        Office(Role.DEPUTY_HEAD, "县（市、区）政府、市属开发区管委会分管领导"),
    ),
    duties=("组织本区域改厕升级和后续管护",),
)

WASTE_SORTING_CONFERENCE = FormBody(
    key="waste-sorting-conference",
    name="聊城市城市生活垃圾分类工作联席会议",
    also_called=("垃圾分类联席会议", "市生活垃圾分类工作联席会议"),
    kind=Body.Kind.JOINT_CONFERENCE,
    cites=WASTE_SORTING.clause("五（一）"),
    on=WASTE_SORTING.since,
    seats=(
        mayor(Role.LEAD_CONVENOR, "市政府主要负责同志"),
        deputy_mayor(Role.CONVENOR, "城市管理", "分管负责同志"),
        bureau_chief(URBAN_MANAGEMENT, "市城市管理局主要负责同志"),
    ),
    office=URBAN_MANAGEMENT,
    cadence=Cadence.QUARTERLY,
    cadence_is_printed=False,  # 定期召开: how often is not said
    duties=("调度垃圾分类，通报考核结果",),
)

CITY_MANAGEMENT_COMMITTEE = FormBody(
    key="city-management-committee",
    name="聊城市城市管理委员会",
    kind=Body.Kind.COMMITTEE,
    cites=ILLEGAL_BUILDING.clause("五（三）"),
    on=ILLEGAL_BUILDING.since,
    existed_before=True,
    duties=("会商一个部门协调不了的重大复杂案件",),
)

ROADS_GROUP = FormBody(
    key="roads-to-houses-group",
    name="聊城市农村通户道路硬化工作领导小组",
    also_called=("通户道路领导小组",),
    kind=Body.Kind.LEADING_GROUP,
    cites=ROADS_TO_HOUSES.clause("四（一）"),
    on=ROADS_TO_HOUSES.since,
    existed_before=True,
    roster_omitted=True,
    duties=("领导农村通户道路硬化",),
)

DIGITAL_GROUP = FormBody(
    key="digital-liaocheng",
    name="市电子政务和大数据发展领导小组",
    kind=Body.Kind.LEADING_GROUP,
    cites=SMART_CITY.clause("三（一）"),
    on=SMART_CITY.since,
    existed_before=True,
    roster_omitted=True,
    duties=("统筹新型智慧城市建设", "协调重大问题，督促落实"),
)

SOCIAL_ASSISTANCE_GROUP = FormBody(
    key="social-assistance-group",
    name="社会救助工作领导小组",
    also_called=("社会救助领导小组",),
    kind=Body.Kind.LEADING_GROUP,
    level=Body.Level.COUNTY,
    cites=SOCIAL_ASSISTANCE.clause("四（一）"),
    on=SOCIAL_ASSISTANCE.since,
    seats=(Office(Role.HEAD, "县（市、区）、乡镇（街道）主要负责同志"),),
    duties=("推动社会救助政策落地，统筹制度和资源",),
)

IRRIGATION_TASK_FORCE = FormBody(
    key="irrigation-task-force",
    name="聊城市引黄灌区农业节水工程建设工作专班",
    also_called=("引黄工作专班",),
    kind=Body.Kind.TASK_FORCE,
    cites=IRRIGATION.clause("三（一）"),
    on=IRRIGATION.since,
    existed_before=True,
    roster_omitted=True,
    ends_with_its_work=True,
    duties=("牵头引黄灌区农业节水工程建设",),
)

POLLUTION_HEADQUARTERS = FormBody(
    key="pollution-headquarters",
    name="聊城市重污染天气应急指挥部",
    also_called=("重污染指挥部", "重污染天气应急指挥部"),
    kind=Body.Kind.HEADQUARTERS,
    cites=HEAVY_POLLUTION.clause("6.1"),
    on=HEAVY_POLLUTION.since,
    seats=(
        mayor(Role.COMMANDER),
        deputy_mayor(Role.DEPUTY_COMMANDER, "生态环境"),
        Office(Role.OFFICE_HEAD, "市政府分管副秘书长", GOVERNMENT, "副秘书长", "生态环境"),
        bureau_chief(ECOLOGY, "市生态环境局局长"),
        Office(Role.OFFICE_DEPUTY, "市生态环境局分管局长", ECOLOGY, "副局长", "重污染天气应急"),
        Office(Role.MEMBER, "市政府有关部门"),
    ),
    office=ECOLOGY,
    roster_omitted=True,
    duties=("全面负责重污染天气应急",),
)

LAND_TASK_FORCE = FormBody(
    key="inefficient-land-task-force",
    name="聊城市推进城镇低效用地再开发工作专班",
    also_called=("低效用地专班",),
    kind=Body.Kind.TASK_FORCE,
    cites=INEFFICIENT_LAND.clause("五（一）"),
    on=INEFFICIENT_LAND.since,
    seats=(
        deputy_mayor(Role.LEADER, "自然资源"),
        *(
            member(unit, "低效用地再开发", printed)
            for unit, printed in (
                (DEVELOPMENT_AND_REFORM, "发展改革部门"),
                (INDUSTRY, "工业和信息化部门"),
                (FINANCE, "财政部门"),
                (NATURAL_RESOURCES, "自然资源和规划部门"),
                (HOUSING, "住房城乡建设部门"),
                (ECOLOGY, "生态环境部门"),
                (AGRICULTURE, "农业农村部门"),
                (APPROVAL, "行政审批部门"),
                (MARKET, "市场监管部门"),
                (CULTURE_AND_TOURISM, "文化和旅游部门"),
                (LOCAL_FINANCE, "地方金融监管部门"),
                (TAXATION, "税务部门"),
                (BANKING_SUPERVISION, "银保监部门"),
            )
        ),
    ),
    office=NATURAL_RESOURCES,
    roster_omitted=True,
    ends_with_its_work=True,
    duties=("推进城镇低效用地再开发",),
)

PLANNING_COMMITTEE = FormBody(
    key="planning-committee",
    name="聊城市国土空间规划委员会",
    also_called=("市规委会", "市规划委员会"),
    kind=Body.Kind.COMMITTEE,
    cites=PLANNERS.clause("四（一）"),
    on=PLANNERS_SIGNED,
    existed_before=True,
    duties=("领导主城区责任规划师工作",),
)

FITNESS_CONFERENCE = FormBody(
    key="fitness-conference",
    name="聊城市全民健身工作联席会议",
    also_called=("全民健身联席会议",),
    kind=Body.Kind.JOINT_CONFERENCE,
    cites=FITNESS.clause("二"),
    on=FITNESS.since,
    seats=(
        deputy_mayor(Role.CONVENOR, "全民健身", "市政府分管副市长"),
        Office(
            Role.OFFICE_HEAD,
            "市教育体育局分管全民健身工作的负责人",
            EDUCATION_AND_SPORTS,
            "分管领导",
            "全民健身",
        ),
        *(
            member(unit, "全民健身", printed)
            for unit, printed in (
                (PUBLICITY, "市委宣传部"),
                (DIRECT_ORGANS, "市委市直机关工委"),
                (EDUCATION_AND_SPORTS, "市教育体育局"),
                (CIVIL_AFFAIRS, "市民政局"),
                (FINANCE, "市财政局"),
                (NATURAL_RESOURCES, "市自然资源和规划局"),
                (HOUSING, "市住房城乡建设局"),
                (HEALTH, "市卫生健康委"),
                (STATE_ASSETS, "市国资委"),
                (URBAN_MANAGEMENT, "市城管局"),
                (CULTURE_AND_TOURISM, "市文化和旅游局"),
                (TRANSPORT, "市交通运输局"),
                (AGRICULTURE, "市农业农村局"),
                (TRAFFIC_POLICE, "市公安局交巡警支队"),
                (ORDER_POLICE, "市公安局治安支队"),
                (TRADE_UNIONS, "市总工会"),
                (YOUTH_LEAGUE, "共青团聊城市委"),
                (WOMENS_FEDERATION, "市妇联"),
                (DISABLED_FEDERATION, "市残联"),
                (BROADCASTING, "市广播电视台"),
            )
        ),
        Office(Role.OBSERVER, "各县（市、区）教育体育局"),
        Office(Role.OBSERVER, "体育中心"),
    ),
    office=EDUCATION_AND_SPORTS,
    cadence=Cadence.YEAR_END,
    substitutes_by_itself=True,
    stated_members=20,
    roster_omitted=True,
    reports_yearly_by=(12, 25),
    report_to="联席会议",
    duties=(
        "落实上级关于全民健身的决策部署",
        "研究决定全民健身重大事项",
        "压实各级政府主体责任，推动部门协同",
        "督促指导检查，协调解决困难，按程序报告",
        "部门间共享信息，督促开展健身活动，办理交办事项",
    ),
    duties_cite=FITNESS.clause("一"),
    rules=(
        WorkingRule(FITNESS.clause("三1"), "每年底开会，办公室每年报告一次"),
        WorkingRule(FITNESS.clause("三2"), "议题由召集人审定，纪要印发，重大事项报市政府审定"),
        WorkingRule(FITNESS.clause("三3"), "议定事项有承办单位和时限，办结为止"),
    ),
)

RENAMED_CHEMICALS = RenameBody(
    key=CHEMICALS.key,
    name="市化工产业安全生产转型升级专项行动和加快高耗能行业高质量发展工作领导小组",
    also_called=("化工和高耗能领导小组",),
    cites=HIGH_ENERGY.clause("四（二十五）"),
    on=HIGH_ENERGY.since,
)

RENAMED_STREAMLINING = RenameBody(
    key=STREAMLINING.key,
    name="聊城市推进政府职能转变和“放管服”改革协调小组",
    also_called=("放管服协调小组", "“放管服”改革协调小组"),
    cites=ONE_WINDOW.clause("一（一）"),
    on=END_OF_OCTOBER,
    moves_office_to=GOVERNMENT_OFFICE,
    remark="原称聊城市推进政府职能转变领导小组；日常协调由编办、行政审批局划入政府办公室",
)

RENAMED_DIGITAL = RenameBody(
    key=DIGITAL_GROUP.key,
    name="数字聊城建设领导小组",
    also_called=("数字聊城领导小组",),
    cites=SMART_CITY.clause("三（一）"),
    on=SMART_CITY.since,
)
