"""The documents that form, rename or require 议事协调机构."""

from datetime import date

from guangyue.gazette.document import Document

HIGH_ENERGY = Document("聊政字〔2019〕6号", "关于加快高耗能行业高质量发展实施方案", date(2019, 4, 16))
ONE_WINDOW = Document(
    "聊政办字〔2019〕35号", "关于深化实施流程再造推进“一窗受理·一次办好”改革的意见", date(2019, 10, 18)
)
DOUBLE_RANDOM = Document(
    "聊政发〔2019〕14号",
    "关于在市场监管领域全面推行部门联合“双随机、一公开”监管工作实施方案",
    date(2019, 10, 23),
)
FOREST_CHIEFS = Document("聊政办字〔2019〕36号", "关于全面实行林长制的实施意见", date(2019, 10, 23))
TOILETS = Document(
    "聊政办字〔2019〕37号", "聊城市健全完善农村改厕规范升级和后续管护长效机制工作方案", date(2019, 10, 26)
)
WASTE_SORTING = Document("聊政办字〔2020〕13号", "聊城市城市生活垃圾分类实施方案", date(2020, 3, 16))
ILLEGAL_BUILDING = Document(
    "聊政办字〔2020〕14号", "关于规范市城区房地产领域违法用地违法建设治理工作的通知", date(2020, 3, 24)
)
ROADS_TO_HOUSES = Document("聊政办字〔2020〕15号", "聊城市推动农村通户道路硬化工作方案", date(2020, 3, 24))
SMART_CITY = Document(
    "聊政办字〔2020〕16号", "聊城市推进新型智慧城市试点建设2020年工作方案", date(2020, 3, 30)
)
SOCIAL_ASSISTANCE = Document("聊政字〔2020〕28号", "关于统筹完善社会救助体系的实施意见", date(2020, 10, 15))
IRRIGATION = Document(
    "聊政办字〔2020〕46号", "关于聊城市引黄灌区农业节水工程建设的实施意见", date(2020, 10, 15)
)
HEAVY_POLLUTION = Document(
    "聊政办字〔2020〕49号", "聊城市重污染天气监测预警和应急处置预案", date(2020, 10, 22)
)
INEFFICIENT_LAND = Document(
    "聊政办字〔2020〕50号", "聊城市城镇低效用地再开发工作实施方案", date(2020, 10, 23)
)
PLANNERS = Document(
    "聊政办字〔2021〕3号", "聊城市责任规划师制度（试行）", since=date(2021, 6, 1), until=date(2023, 5, 31)
)
EMERGENCY_SUPPORT = Document(
    "聊政办字〔2021〕4号",
    "聊城市重大突发事件应急保障体系建设三年行动计划（2020—2022年）实施方案",
    date(2021, 4, 19),
)
FITNESS = Document("聊政办字〔2021〕7号", "关于建立聊城市全民健身工作联席会议机制的通知", date(2021, 4, 23))
