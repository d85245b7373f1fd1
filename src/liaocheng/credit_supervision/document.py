"""The documents that want conduct recorded, and supervision to differ by it."""

from datetime import date

from guangyue.gazette.document import Document

ONE_WINDOW = Document(
    number="聊政办字〔2019〕35号",
    title="关于深化实施流程再造推进“一窗受理·一次办好”改革的意见",
    since=date(2019, 10, 18),
)
RANDOM_INSPECTION = Document(
    number="聊政发〔2019〕14号",
    title="印发《关于在市场监管领域全面推行部门联合“双随机、一公开”监管工作实施方案》的通知",
    since=date(2019, 10, 23),
)
ASSISTANCE = Document(
    number="聊政字〔2020〕28号",
    title="关于统筹完善社会救助体系的实施意见",
    since=date(2020, 10, 15),
)
EMPLOYMENT_FUND = Document(
    number="聊财社〔2019〕70号",
    title="关于印发《聊城市就业补助资金管理办法》的通知",
    since=date(2019, 5, 9),
    until=date(2024, 4, 30),
)
WASTE_SORTING = Document(
    number="聊政办字〔2020〕13号",
    title="关于印发聊城市城市生活垃圾分类实施方案的通知",
    since=date(2020, 3, 16),
)
MY_LIAOCHENG = Document(
    number="聊政办字〔2020〕45号",
    title="关于印发“我的聊城”APP智慧民生服务平台全面提升工作方案的通知",
    since=date(2020, 10, 9),
)
DIGITAL_CITY = Document(
    number="聊政办字〔2020〕48号",
    title="关于印发数字聊城建设三年行动计划（2020—2022年）的通知",
    since=date(2020, 10, 21),
)
ENERGY = Document(
    number="聊政字〔2019〕6号",
    title="印发《关于加快高耗能行业高质量发展实施方案》的通知",
    since=date(2019, 4, 16),
)
WORK_PLAN = Document(
    number="聊政发〔2019〕5号",
    title="关于印发2019年市政府工作报告重点工作任务部门分工方案的通知",
    since=date(2019, 4, 30),
)
RURAL_CREDIT = Document(
    number="聊政发〔2020〕4号",
    title="关于积极应对新冠肺炎疫情做好稳就业工作的通知",
    since=date(2020, 3, 11),
)
