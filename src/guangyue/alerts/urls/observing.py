"""Stations, hours, forecasts, consultations."""

from django.urls import URLPattern, path

from guangyue.alerts.views import air, consultations, outlook

DESK = "desk/air"

PATTERNS: list[URLPattern] = [
    path(f"{DESK}/outlook/", outlook.outlook, name="outlook"),
    path(f"{DESK}/outlook/simulation/", outlook.simulation, name="simulation"),
    path(f"{DESK}/forecasts/", outlook.forecasts, name="forecasts"),
    path(f"{DESK}/forecasts/new/", outlook.forecast_entry, name="forecast_entry"),
    path(f"{DESK}/forecasts/intake/", outlook.forecast_intake, name="forecast_intake"),
    path(f"{DESK}/forecasts/<int:pk>/", outlook.forecast, name="forecast"),
    path(f"{DESK}/consultations/", consultations.consultations, name="consultations"),
    path(f"{DESK}/consultations/new/", consultations.consultation_entry, name="consultation_entry"),
    path(
        f"{DESK}/consultations/exercise/",
        consultations.consultation_entry,
        {"exercise": True},
        name="consultation_exercise",
    ),
    path(f"{DESK}/consultations/weather/", consultations.weather_notice, name="weather_notice"),
    path(f"{DESK}/consultations/<str:number>/", consultations.consultation, name="consultation"),
    path(f"{DESK}/stations/", air.stations, name="stations"),
    path(f"{DESK}/stations/new/", air.station_opening, name="station_opening"),
    path(f"{DESK}/stations/<slug:code>/", air.station, name="station"),
    path(f"{DESK}/stations/<slug:code>/editing/", air.station_editing, name="station_editing"),
    path(f"{DESK}/hours/", air.hours, name="hours"),
    path(f"{DESK}/hours/intake/", air.hour_intake, name="hour_intake"),
    path(f"{DESK}/deliveries/", air.deliveries, name="deliveries"),
    path(f"{DESK}/deliveries/<int:pk>/", air.delivery, name="delivery"),
    path(f"{DESK}/feeds/", air.feeds, name="feeds"),
    path(f"{DESK}/feeds/new/", air.feed_opening, name="feed_opening"),
    path(f"{DESK}/feeds/<slug:key>/end/", air.feed_end, name="feed_end"),
]
