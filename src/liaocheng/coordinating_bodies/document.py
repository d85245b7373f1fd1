"""The documents that form, rename or require 议事协调机构."""

from liaocheng.documents import document

HIGH_ENERGY = document("聊政字〔2019〕6号")
ONE_WINDOW = document("聊政办字〔2019〕35号")
DOUBLE_RANDOM = document("聊政发〔2019〕14号")
FOREST_CHIEFS = document("聊政办字〔2019〕36号")
TOILETS = document("聊政办字〔2019〕37号")
WASTE_SORTING = document("聊政办字〔2020〕13号")
ILLEGAL_BUILDING = document("聊政办字〔2020〕14号")
ROADS_TO_HOUSES = document("聊政办字〔2020〕15号")
SMART_CITY = document("聊政办字〔2020〕16号")
SOCIAL_ASSISTANCE = document("聊政字〔2020〕28号")
IRRIGATION = document("聊政办字〔2020〕46号")
HEAVY_POLLUTION = document("聊政办字〔2020〕49号")
INEFFICIENT_LAND = document("聊政办字〔2020〕50号")
PLANNERS = document("聊政办字〔2021〕3号")
EMERGENCY_SUPPORT = document("聊政办字〔2021〕4号")
FITNESS = document("聊政办字〔2021〕7号")
