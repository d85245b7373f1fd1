"""What is kept of the air, of warnings, and of what everybody must then do."""

from guangyue.alerts.models.afterwards import CountyReport, Evaluation
from guangyue.alerts.models.air import AirDelivery, Feed, HourCorrection, Station, StationHour
from guangyue.alerts.models.base import ReductionBase
from guangyue.alerts.models.commanders import Commander
from guangyue.alerts.models.consultations import Consultation, ForeseenProcess, WeatherNotice
from guangyue.alerts.models.counties import CountyWarning
from guangyue.alerts.models.dispatches import Dispatch
from guangyue.alerts.models.forecasts import Forecast
from guangyue.alerts.models.orders import FormerText, Order, OrderCheck, Proof
from guangyue.alerts.models.plans import AbatementPlan, Choice, Hold, PlannedMeasure
from guangyue.alerts.models.preparing import Drill, PlanFiling, RevisionTrigger, Training
from guangyue.alerts.models.sheets import RegionalNotice, Sheet, SheetMove
from guangyue.alerts.models.sources import LevelMeasure, Line, Source
from guangyue.alerts.models.warnings import Publicity, Receipt, Warning

__all__ = [
    "AbatementPlan",
    "AirDelivery",
    "Choice",
    "Commander",
    "Consultation",
    "CountyReport",
    "CountyWarning",
    "Dispatch",
    "Drill",
    "Evaluation",
    "Feed",
    "Forecast",
    "ForeseenProcess",
    "FormerText",
    "Hold",
    "HourCorrection",
    "LevelMeasure",
    "Line",
    "Order",
    "OrderCheck",
    "PlanFiling",
    "PlannedMeasure",
    "Proof",
    "Publicity",
    "Receipt",
    "ReductionBase",
    "RegionalNotice",
    "RevisionTrigger",
    "Sheet",
    "SheetMove",
    "Source",
    "Station",
    "StationHour",
    "Training",
    "Warning",
    "WeatherNotice",
]
