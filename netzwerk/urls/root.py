"""The only table of prefixes; upper apps are named as strings."""

from django.contrib import admin
from django.urls import include, path

handler400 = "netzwerk.views.fehler.handler400"
handler403 = "netzwerk.views.fehler.handler403"
handler404 = "netzwerk.views.fehler.handler404"
handler500 = "netzwerk.views.fehler.handler500"

urlpatterns = [
    path("", include("sitzungen.urls.public")),
    path("", include("gremien.urls.public")),
    path("", include("netzwerk.urls.public")),
    path("intern/", include("netzwerk.urls.staff")),
    path("konto/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
