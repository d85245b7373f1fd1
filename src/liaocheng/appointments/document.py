"""The nine 任免通知 of the five gazettes, by number and day."""

from datetime import date

from guangyue.gazette.document import Document

NOTICES = tuple(
    Document(number, f"聊城市人民政府关于{what}职务的通知", since=issued_on)
    for number, what, issued_on in (
        ("聊政任〔2019〕3号", "任免曹宇翔等工作人员", date(2019, 4, 8)),
        ("聊政任〔2020〕5号", "任命钱鑫等工作人员", date(2020, 3, 2)),
        ("聊政任〔2020〕6号", "任免李颖等工作人员", date(2020, 3, 11)),
        ("聊政任〔2020〕7号", "任免郭守印等工作人员", date(2020, 3, 24)),
        ("聊政任〔2020〕20号", "任免李树新等工作人员", date(2020, 10, 20)),
        ("聊政任〔2020〕21号", "免去赵万里等工作人员", date(2020, 10, 28)),
        ("聊政任〔2021〕5号", "任免荣健等工作人员", date(2021, 4, 13)),
        ("聊政任〔2021〕6号", "任免何靖雯等工作人员", date(2021, 4, 23)),
        ("聊政任〔2021〕7号", "任命张月莲", date(2021, 4, 28)),
    )
)
