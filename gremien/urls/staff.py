"""Staff pages of the middle floor."""

from django.urls import path

from gremien import berichtsnomen, nomen
from gremien.urls import mandate
from gremien.views import ausfuhr, konten, linkpruefung, mitgliederlisten, rechte, uebernahme, zusammenfuehren
from gremien.views.vertretungen import Datei, Vertretungen
from netzwerk.intern.ansichten import wege

urlpatterns = [
    path("vertretungen/", Vertretungen.as_view(), name="intern_vertretungen"),
    path("vertretungen/vertretungen.<slug:endung>", Datei.as_view(), name="intern_vertretungen_datei"),
    path("linkpruefung/", linkpruefung.Linkpruefung.as_view(), name="intern_linkpruefung"),
    path("uebernahme/", uebernahme.Beginn.as_view(), name="intern_uebernahme"),
    path("uebernahme/<int:pk>/", uebernahme.Durchsicht.as_view(), name="intern_uebernahme_durchsicht"),
    path("uebernahme/<int:pk>/zurueck/", uebernahme.Zurueck.as_view(), name="intern_uebernahme_zurueck"),
    path("rechte/", rechte.Rechte.as_view(), name="intern_rechte"),
    path("rechte/<int:pk>/", rechte.Rechte.as_view(), name="intern_rechte_konto"),
    path("konten/", konten.Konten.as_view(), name="intern_konten"),
    path("konten/einladen/", konten.Einladen.as_view(), name="intern_konto_einladen"),
    path("konten/<int:pk>/", konten.Einzelnes.as_view(), name="intern_konto"),
    path("konten/<int:pk>/schliessen/", konten.Schliessen.as_view(), name="intern_konto_schliessen"),
    path("konten/<int:pk>/tat/", konten.Tat.as_view(), name="intern_konto_tat"),
    path("gremien/<int:pk>/verteiler/", mitgliederlisten.Verteiler.as_view(), name="intern_verteiler"),
    path(
        "gremien/<int:pk>/verteiler.csv",
        mitgliederlisten.Verteilertabelle.as_view(),
        name="intern_verteiler_csv",
    ),
    path("gremien/<int:pk>/anwesenheit/", mitgliederlisten.Anwesenheit.as_view(), name="intern_anwesenheit"),
    path(
        "gremien/<int:pk>/anwesenheit.pdf",
        mitgliederlisten.AnwesenheitPdf.as_view(),
        name="intern_anwesenheit_pdf",
    ),
    path("ausfuhr/", ausfuhr.Ausfuhr.as_view(), name="intern_ausfuhr"),
    path("ausfuhr/netzwerk.docx", ausfuhr.Netzwerkdatei.as_view(), name="intern_ausfuhr_docx"),
    path("ausfuhr/register.json", ausfuhr.Registerdatei.as_view(), name="intern_ausfuhr_register"),
    path("zusammenfuehren/", zusammenfuehren.Uebersicht.as_view(), name="intern_zusammenfuehren"),
    path(
        "zusammenfuehren/vorgang/<int:pk>/",
        zusammenfuehren.Vorgang.as_view(),
        name="intern_zusammenfuehren_vorgang",
    ),
    path(
        "zusammenfuehren/<slug:name>/<int:bleibt>/<int:geht>/",
        zusammenfuehren.Durchsicht.as_view(),
        name="intern_zusammenfuehren_durchsicht",
    ),
    path(
        "zusammenfuehren/<slug:name>/<int:eins>/<int:zwei>/verschieden/",
        zusammenfuehren.Nichtdasselbe.as_view(),
        name="intern_zusammenfuehren_verschieden",
    ),
    *mandate.urlpatterns,
    *wege(nomen.GREMIUM),
    *wege(nomen.KATEGORIE),
    *wege(nomen.WAHLPERIODE),
    *wege(nomen.NETZWERKSEITE),
    *wege(nomen.PROJEKT),
    *wege(nomen.KUNDE),
    *wege(berichtsnomen.BERICHT),
    *wege(berichtsnomen.PFLICHT),
]
