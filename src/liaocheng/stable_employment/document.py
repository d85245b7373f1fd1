"""The two packages, and the days between which their measures stand open."""

from datetime import date, timedelta

from liaocheng.documents import document

PACKAGE_2019 = document("聊政发〔2019〕4号")
PACKAGE_2020 = document("聊政发〔2020〕4号")
FUND_MEASURES = document("聊财社〔2019〕70号")
BEFORE_2020_PACKAGE = PACKAGE_2020.since - timedelta(days=1)

SINCE_2019, SINCE_2020 = date(2019, 1, 1), date(2020, 1, 1)
UNTIL_2019, UNTIL_2020 = date(2019, 12, 31), date(2020, 12, 31)
HALF_2020 = date(2020, 6, 30)
