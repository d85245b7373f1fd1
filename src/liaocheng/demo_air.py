"""Stations for the demonstration: one or two in each district, where none need stand."""

from guangyue.alerts.demo.air import DemoStation

STATIONS = (
    DemoStation("LC-01", "东昌府一站（演示）", "371502", "36.45620", "115.97810"),
    DemoStation("LC-02", "东昌府二站（演示）", "371502", "36.42950", "116.00340"),
    DemoStation("LC-03", "茌平站（演示）", "371503", "36.58130", "116.25480"),
    DemoStation("LC-04", "阳谷站（演示）", "371521", "36.11420", "115.79160"),
    DemoStation("LC-05", "莘县站（演示）", "371522", "36.23380", "115.67090"),
    DemoStation("LC-06", "东阿站（演示）", "371524", "36.33460", "116.24790"),
    DemoStation("LC-07", "冠县站（演示）", "371525", "36.48410", "115.44270"),
    DemoStation("LC-08", "高唐站（演示）", "371526", "36.84660", "116.23150"),
    DemoStation("LC-09", "临清站（演示）", "371581", "36.83830", "115.70540"),
)
