"""S13: 好差评 and 吐槽找茬, for every matter, channel and department."""

from guangyue.ratings.demands import Collecting, CollectRatings, HearComplaints, Hearing, SetUpHalls
from guangyue.systems.system import System
from liaocheng.city import APPROVAL, GOVERNMENT_OFFICE, PUBLICITY
from liaocheng.service_rating.document import MY_LIAOCHENG, ONE_WINDOW
from liaocheng.service_rating.examples import answer
from liaocheng.service_rating.halls import HALLS

RATED = ONE_WINDOW.clause("二（十一）")
HEARD = ONE_WINDOW.clause("三（二十）")

SYSTEM = System(
    number="S13",
    title="好差评与吐槽找茬",
    documents=(ONE_WINDOW, MY_LIAOCHENG),
    led_by=(APPROVAL, GOVERNMENT_OFFICE, PUBLICITY),
    demands=(
        SetUpHalls(HALLS, "大厅设“吐槽找茬”窗口和提示牌", cites=HEARD),
        CollectRatings(Collecting.WAYS, "事项、渠道、部门都能评价，五种方式齐全", cites=RATED),
        CollectRatings(Collecting.SCORES, "评价结果按部门、事项、大厅公开", cites=RATED),
        CollectRatings(Collecting.APPRAISAL, "得分和差评率供“放管服”考核", cites=RATED),
        CollectRatings(Collecting.CHECKS, "差评回访核查、整改、回复", cites=RATED),
        HearComplaints(Hearing.COMPLAINTS, "吐槽有编号、有时限、有答复", cites=HEARD),
        HearComplaints(Hearing.REFUSALS, "窗口擅自拒绝的认定和名单", cites=HEARD),
        HearComplaints(Hearing.CLUES, "媒体线索登记、督促整改", cites=ONE_WINDOW.clause("一（六）")),
        HearComplaints(Hearing.HOTLINE, "不属政务服务的转12345", cites=MY_LIAOCHENG.clause("三（一）1")),
    ),
    examples=answer,
    leaves={
        "聊政办字〔2020〕45号 三（一）2": "企业诉求由12345平台流转，企业对政务服务的评价和吐槽与个人同一入口",
    },
)
