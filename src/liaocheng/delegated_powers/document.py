"""The documents that hand powers down, and what they count."""

from liaocheng.documents import document

ONE_WINDOW = document("聊政办字〔2019〕35号")
POWERS = document("聊政字〔2021〕8号")
NEW_MATTERS, DIRECT_MATTERS = 29, 1794  # 二（一）
WORKING_DAYS = 30  # 三（二）
