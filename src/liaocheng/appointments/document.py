"""The nine 任免通知 of the five gazettes."""

from liaocheng.documents import document

NOTICES = tuple(
    document(number)
    for number in (
        "聊政任〔2019〕3号",
        "聊政任〔2020〕5号",
        "聊政任〔2020〕6号",
        "聊政任〔2020〕7号",
        "聊政任〔2020〕20号",
        "聊政任〔2020〕21号",
        "聊政任〔2021〕5号",
        "聊政任〔2021〕6号",
        "聊政任〔2021〕7号",
    )
)
