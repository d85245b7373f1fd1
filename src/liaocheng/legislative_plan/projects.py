"""The catalogue of 2020: twelve projects in four groups, as the annex prints them."""

from guangyue.legislation.catalogue import ListedGroup, ListedProject
from guangyue.legislation.kinds import Category, RuleKind
from liaocheng.legislative_plan.document import WASTE_SORTING

YEAR = 2020

GROUPS = (
    ListedGroup(
        RuleKind.REGULATION,
        Category.SUBMIT,
        "附件一（一）",
        "年内提请市人大常委会审议的重点立法项目",
        3,
        (
            ListedProject("聊城市物业管理条例", "市住房城乡建设局"),
            ListedProject("聊城市历史文化名城名镇名村保护条例", "市住房城乡建设局"),
            ListedProject("聊城市文物保护管理条例", "市文化和旅游局"),
        ),
    ),
    ListedGroup(
        RuleKind.REGULATION,
        Category.STUDY,
        "附件一（二）",
        "抓紧调查研究、起草的立法项目",
        3,
        (
            ListedProject("聊城市旅游景区管理条例", "市文化和旅游局"),
            ListedProject("聊城市电梯安全管理条例", "市市场监管局"),
            ListedProject("聊城市山水林田湖草保护条例", "市自然资源和规划局"),
        ),
    ),
    ListedGroup(
        RuleKind.RULE,
        Category.COMPLETE,
        "附件二（一）",
        "年内完成的重点立法项目",
        4,
        (
            ListedProject("聊城市烈士纪念设施保护管理办法", "市退役军人局"),
            ListedProject("聊城市生活垃圾分类管理办法", "市城管局", serves=WASTE_SORTING.clause("四（四）")),
            ListedProject("聊城市城区公厕管理办法", "市城管局"),
            ListedProject("聊城市中小学校外托管场所食品安全监督管理办法", "市市场监管局"),
        ),
    ),
    ListedGroup(
        RuleKind.RULE,
        Category.STUDY,
        "附件二（二）",
        "抓紧调查研究、起草的立法项目",
        2,
        (
            ListedProject("聊城市城区户外广告设置管理办法", "市城管局"),
            ListedProject("聊城市国有土地资产管理办法", "市自然资源和规划局"),
        ),
    ),
)
