"""The documents that ask for a policy library."""

from datetime import date

from guangyue.gazette.document import Document

ONE_WINDOW = Document(
    "聊政办字〔2019〕35号", "关于深化实施流程再造推进“一窗受理·一次办好”改革的意见", date(2019, 10, 18)
)
STABLE_EMPLOYMENT = Document(
    "聊政发〔2020〕4号", "关于积极应对新冠肺炎疫情做好稳就业工作的通知", date(2020, 3, 11)
)
MY_LIAOCHENG = Document(
    "聊政办字〔2020〕45号", "“我的聊城”APP智慧民生服务平台全面提升工作方案", date(2020, 10, 9)
)
DIGITAL_PLAN = Document("聊政办字〔2020〕48号", "数字聊城建设三年行动计划（2020—2022年）", date(2020, 10, 21))
