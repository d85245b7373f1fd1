"""What is kept of the air, of warnings, and of what everybody must then do."""

from guangyue.alerts.models.air import AirDelivery, Feed, HourCorrection, Station, StationHour
from guangyue.alerts.models.consultations import Consultation, ForeseenProcess, WeatherNotice
from guangyue.alerts.models.forecasts import Forecast

__all__ = [
    "AirDelivery",
    "Consultation",
    "Feed",
    "Forecast",
    "ForeseenProcess",
    "HourCorrection",
    "Station",
    "StationHour",
    "WeatherNotice",
]
