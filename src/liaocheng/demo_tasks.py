"""演示任务文件: two documents of the city are issued, two wait to be gone through, one is invented to show
what stands in the way of a proposal."""

from datetime import date

from guangyue.tasks.demo_documents import DemoDocuments, WrittenDocument
from liaocheng.task_supervision.document import (
    HORIZONS,
    MY_LIAOCHENG,
    ONE_WINDOW,
    SMART_CITY,
    WORK_PLAN,
)
from liaocheng.task_supervision.handed_out import HANDED_OUT

INVENTED = WrittenDocument(
    number="演示政发〔2021〕1号",
    day=date(2021, 4, 20),
    text="""
聊城市人民政府办公室关于印发2021年城市书房建设工作方案（演示）的通知
各县（市、区）人民政府，市属开发区管委会：
现将演示用的工作方案印发给你们。

一、主要任务
（一）新建城市书房。年内新建城市书房20处，力争日均接待5000人次以上。（牵头单位：市文化和旅游局；责任单位：各县（市、区）人民政府、市属开发区管委会；完成时限：2021年12月）
（二）配齐图书设备。6月底前，每处配备图书3000册。（市文化和旅游局牵头，市财政局按职责分工负责）延长开放时间，逐步实现全年开放。（市文化和旅游局负责）
（三）接通智慧平台。9月上旬前完成系统对接。（牵头单位：市大数据局；配合单位：市书房管理中心）
（四）完善管理制度。三年内评出示范书房10处。（市文化和旅游局、市财政局）
（五）做好宣传推广。每年4月底前举办读书周。（责任单位：市委宣传部、市教育体育局
二、保障措施
（一）加强调度。按季度通报进展。（责任单位：市政府办公室）
""",
)

DOCUMENTS = DemoDocuments(
    issued=(WORK_PLAN, MY_LIAOCHENG),
    waiting=(ONE_WINDOW, SMART_CITY),
    written=(INVENTED,),
    facts=HANDED_OUT,
    horizons=HORIZONS,
)
