"""The two packages, and the days between which their measures stand open."""

from datetime import date, timedelta

from guangyue.gazette.document import Document

PACKAGE_2019 = Document(
    number="聊政发〔2019〕4号",
    title="关于贯彻鲁政发〔2018〕30号文件进一步稳定和扩大就业的实施意见",
    since=date(2019, 4, 8),
)
PACKAGE_2020 = Document(
    number="聊政发〔2020〕4号",
    title="关于积极应对新冠肺炎疫情做好稳就业工作的通知",
    since=date(2020, 3, 11),
)
FUND_MEASURES = Document(
    number="聊财社〔2019〕70号",
    title="聊城市就业补助资金管理办法",
    since=date(2019, 5, 9),
    until=date(2024, 4, 30),
)
BEFORE_2020_PACKAGE = PACKAGE_2020.since - timedelta(days=1)

SINCE_2019, SINCE_2020 = date(2019, 1, 1), date(2020, 1, 1)
UNTIL_2019, UNTIL_2020 = date(2019, 12, 31), date(2020, 12, 31)
HALF_2020 = date(2020, 6, 30)
