"""The desk's own pages."""

from django.urls import path

from guangyue.desk import views

app_name = "desk"
urlpatterns = [
    path("desk/", views.home, name="home"),
    path("desk/city/", views.city, name="city"),
    path("desk/search/", views.search, name="search"),
]
