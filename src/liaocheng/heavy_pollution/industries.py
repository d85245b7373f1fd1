"""39 个重点行业 (4.4.1.1), and the sectors that the guiding measures name."""

KEY_INDUSTRIES = (
    "长流程联合钢铁",
    "短流程钢铁",
    "铁合金",
    "焦化",
    "石灰窑",
    "铸造",
    "氧化铝",
    "电解铝",
    "炭素",
    "铜冶炼",
    "铅锌冶炼",
    "钼冶炼",
    "再生铜铝铅锌",
    "有色金属压延",
    "水泥",
    "砖瓦窑",
    "陶瓷",
    "耐火材料",
    "玻璃",
    "岩矿棉",
    "玻璃钢",
    "防水建筑材料制造",
    "炼油与石油化工",
    "炭黑制造",
    "煤制氮肥",
    "制药",
    "农药制造",
    "涂料制造",
    "油墨制造",
    "纤维素醚",
    "包装印刷",
    "人造板制造",
    "塑料人造革与合成革制造",
    "橡胶制品制造",
    "制鞋",
    "家具制造",
    "汽车整车制造业",
    "工程机械整机制造",
    "工业涂装",
)

# Sectors and processes outside of the 39.
HOT_DIP, HOT_ROLLING, SURFACE_HEAT = "热镀", "热压延", "表面热处理"
GRAVEL_YARD, STONE_PLANT, SLAB_PLANT = "砂石料场", "石材厂", "石板厂"
GRAVEL, ASPHALT, FEED = "砂石料加工", "沥青混凝土", "饲料"
OTHER_PLASTICS, OTHER_CHEMICALS = "其他塑料制品", "其他化学品"
HEATING_PLANT = "居民供暖超低排放燃煤电厂"
