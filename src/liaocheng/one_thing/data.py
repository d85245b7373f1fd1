"""数据集: what 聊政办字〔2020〕48号 五 wants brought together for three themes, and for which papers."""

from guangyue.bundles.design import DataBundle, DataItem
from liaocheng.one_thing.document import DIGITAL_PLAN

REAL_ESTATE, SCHOOL, POWER = "real-estate", "school", "power"

DATA = {
    "不动产登记": DataBundle(
        REAL_ESTATE,
        (
            DataItem("房屋交易", "市住房城乡建设局", ("sale-contract",)),
            DataItem("户籍", "市公安局", ("household-book", "id-card")),
            DataItem("婚姻登记", "市民政局", ("marriage-certificate",)),
            DataItem("营业执照", "市行政审批服务局", ("business-licence",)),
            DataItem("纳税", "市税务局", ("tax-clearance",)),
            DataItem("抵押", "市自然资源和规划局", ("mortgage-record",)),
            DataItem("出生医学证明", "市卫生健康委", ("birth-certificate",)),
        ),
        DIGITAL_PLAN.clause("五（二）"),
    ),
    "义务教育入学报名": DataBundle(
        SCHOOL,
        (
            DataItem("户籍", "市公安局", ("household-book", "id-card")),
            DataItem("不动产", "市自然资源和规划局", ("property-certificate",)),
            DataItem("社保", "市人力资源社会保障局", ("insurance-record",)),
            DataItem("医保", "市医保局", ("medical-insurance-record",)),
            DataItem("防疫接种", "市卫生健康委", ("vaccination-record",)),
            DataItem("婚姻登记", "市民政局", ("marriage-certificate",)),
        ),
        DIGITAL_PLAN.clause("五（二）"),
    ),
    "获得电力": DataBundle(
        POWER,
        (
            DataItem("企业注册", "市行政审批服务局", ("business-licence",)),
            DataItem("不动产登记", "市自然资源和规划局", ("property-certificate",)),
            DataItem("项目立项", "市发展改革委", ("project-approval",)),
            DataItem("规划审批", "市自然资源和规划局", ("planning-permit",)),
        ),
        DIGITAL_PLAN.clause("五（三）"),
    ),
}
