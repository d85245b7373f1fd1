"""The desk pages of the queue and of long work."""

from django.urls import path

from guangyue.jobs import views

app_name = "jobs"
urlpatterns = [
    path("desk/jobs/", views.jobs, name="jobs"),
    path("desk/jobs/<int:number>/", views.job, name="job"),
    path("desk/jobs/<int:number>/retry/", views.retry, name="retry"),
    path("desk/jobs/<int:number>/withdrawal/", views.withdrawal, name="withdrawal"),
    path("desk/works/", views.works, name="works"),
    path("desk/works/<int:number>/", views.work, name="work"),
    path("desk/works/<int:number>/cancellation/", views.cancellation, name="cancellation"),
    path("desk/works/<int:number>/resumption/", views.resumption, name="resumption"),
    path("desk/works/<int:number>/result/", views.result, name="result"),
]
