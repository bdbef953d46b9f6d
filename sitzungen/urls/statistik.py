"""Staff pages of attendance, of the yearly statistics and of load."""

from django.urls import path

from sitzungen.views import anwesenheit, statistik

urlpatterns = [
    path(
        "sitzungen/<int:pk>/anwesenheit/", anwesenheit.Anwesenheitsliste.as_view(), name="intern_wer_war_da"
    ),
    path("statistik/", statistik.Statistikseite.as_view(), name="intern_statistik"),
    path(
        "statistik/statistik.<slug:endung>", statistik.Statistikdatei.as_view(), name="intern_statistik_datei"
    ),
    path("auslastung/", statistik.Auslastung.as_view(), name="intern_auslastung"),
    path(
        "auslastung/auslastung.<slug:endung>",
        statistik.Auslastungsdatei.as_view(),
        name="intern_auslastung_datei",
    ),
]
