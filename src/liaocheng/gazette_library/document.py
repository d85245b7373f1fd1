"""The documents that ask for a policy library."""

from liaocheng.documents import document

ONE_WINDOW = document("聊政办字〔2019〕35号")
STABLE_EMPLOYMENT = document("聊政发〔2020〕4号")
MY_LIAOCHENG = document("聊政办字〔2020〕45号")
DIGITAL_PLAN = document("聊政办字〔2020〕48号")
