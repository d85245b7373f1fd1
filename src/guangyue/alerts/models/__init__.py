"""What is kept of the air, of warnings, and of what everybody must then do."""

from guangyue.alerts.models.air import AirDelivery, Feed, HourCorrection, Station, StationHour
from guangyue.alerts.models.base import ReductionBase
from guangyue.alerts.models.consultations import Consultation, ForeseenProcess, WeatherNotice
from guangyue.alerts.models.dispatches import Dispatch
from guangyue.alerts.models.forecasts import Forecast
from guangyue.alerts.models.orders import FormerText, Order, OrderCheck, Proof
from guangyue.alerts.models.sources import LevelMeasure, Line, Source

__all__ = [
    "AirDelivery",
    "Consultation",
    "Dispatch",
    "Feed",
    "Forecast",
    "ForeseenProcess",
    "FormerText",
    "HourCorrection",
    "LevelMeasure",
    "Line",
    "Order",
    "OrderCheck",
    "Proof",
    "ReductionBase",
    "Source",
    "Station",
    "StationHour",
    "WeatherNotice",
]
