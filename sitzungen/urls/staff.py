"""Staff pages of the top floor, and the desk, which shows all three."""

from django.urls import path

from netzwerk.intern.ansichten import wege
from sitzungen import nomen
from sitzungen.urls import mandate, statistik
from sitzungen.views import berichtspflichten, hilfe, staff

urlpatterns = [
    path("hilfe/", hilfe.Hilfe.as_view(), name="intern_hilfe"),
    path("", staff.Schreibtisch.as_view(), name="intern"),
    *mandate.urlpatterns,
    *statistik.urlpatterns,
    path("berichtspflichten/", berichtspflichten.Uebersicht.as_view(), name="intern_berichtspflichten"),
    path(
        "berichtspflichten/erinnern/",
        berichtspflichten.Erinnern.as_view(),
        name="intern_berichtspflichten_erinnern",
    ),
    path(
        "berichtspflichten/<int:pk>/<str:tag>/",
        berichtspflichten.Termin.as_view(),
        name="intern_berichtspflicht",
    ),
    *wege(nomen.SITZUNG),
    *wege(nomen.VORLAGE),
    *wege(nomen.BESCHLUSS),
]
