"""The documents that want services rated, complaints heard and no window to say no by itself."""

from datetime import date

from guangyue.gazette.document import Document

ONE_WINDOW = Document(
    number="聊政办字〔2019〕35号",
    title="关于深化实施流程再造推进“一窗受理·一次办好”改革的意见",
    since=date(2019, 10, 18),
)
MY_LIAOCHENG = Document(
    number="聊政办字〔2020〕45号",
    title="关于印发“我的聊城”APP智慧民生服务平台全面提升工作方案的通知",
    since=date(2020, 10, 9),
)
