"""The documents that want supervision listed, gathered, and joined to the permits it follows."""

from liaocheng.documents import document

ONE_WINDOW = document("聊政办字〔2019〕35号")
DIGITAL_PLAN = document("聊政办字〔2020〕48号")
MEDICAL_SUPERVISION = document("聊政办发〔2020〕8号")
POWERS = document("聊政字〔2021〕8号")
