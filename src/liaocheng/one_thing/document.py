"""The documents that want wishes, and not permits, to be applied for."""

from datetime import date

from liaocheng.documents import document

ONE_WINDOW = document("聊政办字〔2019〕35号")
WORK_REPORT = document("聊政发〔2019〕5号")
MY_LIAOCHENG = document("聊政办字〔2020〕45号")
DIGITAL_PLAN = document("聊政办字〔2020〕48号")
STANDARD_BY = date(2019, 12, 31)  # 聊政办字〔2019〕35号 二（十）
