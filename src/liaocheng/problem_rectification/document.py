"""The documents that want problems listed, remedied, accepted on the spot and cleared one by one."""

from liaocheng.documents import document

CAMPAIGNS = document("聊政办字〔2019〕13号")  # 甲: nature reserves; 乙: pollution of the countryside
TOILETS = document("聊政办字〔2019〕37号")
WORK_REPORT = document("聊政发〔2019〕5号")
