"""What an official may be allowed to do with ratings and complaints."""

from guangyue.kit.access import Permission

SEE_RATINGS = Permission(key="ratings.see_ratings", title="查看评价得分和评价内容")
CHECK_RATINGS = Permission(key="ratings.check_ratings", title="回访核查差评")
KEEP_RATINGS = Permission(
    key="ratings.keep_ratings", title="管理评价方式、大厅和窗口，登记评议卡，删除违法内容", citywide=True
)
RECEIVE_COMPLAINTS = Permission(key="ratings.receive_complaints", title="登记、派办、合并吐槽")
ANSWER_COMPLAINTS = Permission(key="ratings.answer_complaints", title="办理、答复本单位的吐槽")
EXTEND_COMPLAINTS = Permission(key="ratings.extend_complaints", title="批准吐槽延期")
