"""Staff pages of mandates: a body's composition, the acts, their undo."""

from django.urls import path

from gremien.views import besetzung, mandate

urlpatterns = [
    path("gremien/<int:pk>/besetzung/", besetzung.Besetzungsseite.as_view(), name="intern_besetzung"),
    path("gremien/<int:pk>/bestellen/", besetzung.Bestellen.as_view(), name="intern_bestellen"),
    path("gremien/<int:pk>/vorschlagen/", besetzung.Vorschlagen.as_view(), name="intern_vorschlagen"),
    path("gremien/<int:pk>/neubestellung/", besetzung.Neubestellung.as_view(), name="intern_neubestellung"),
    path("personen/<int:pk>/ausscheiden/", besetzung.Ausscheiden.as_view(), name="intern_ausscheiden"),
    path("handlungen/<int:pk>/", besetzung.Handlungsblatt.as_view(), name="intern_handlung"),
    path("handlungen/<int:pk>/zurueck/", besetzung.Zurueck.as_view(), name="intern_handlung_zurueck"),
    path("mandate/<int:pk>/beenden/", mandate.Beenden.as_view(), name="intern_mandat_beenden"),
    path("mandate/<int:pk>/verlaengern/", mandate.Verlaengern.as_view(), name="intern_mandat_verlaengern"),
    path("mandate/<int:pk>/abgeben/", mandate.Uebergeben.as_view(), name="intern_mandat_abgeben"),
    path("mandate/<int:pk>/wechseln/", mandate.Wechseln.as_view(), name="intern_mandat_wechseln"),
    path("mandate/<int:pk>/vertretung/", mandate.Vertretung.as_view(), name="intern_mandat_vertretung"),
    path("mandate/<int:pk>/ruhen/", mandate.Ruhen.as_view(), name="intern_mandat_ruhen"),
    path("mandate/<int:pk>/pruefen/", mandate.Pruefen.as_view(), name="intern_mandat_pruefen"),
    path("vorschlaege/<int:pk>/erledigen/", mandate.Vorschlagserledigung.as_view(), name="intern_vorschlag"),
    path("gremien/<int:pk>/amtszeiten.ics", mandate.Amtszeiten.as_view(), name="intern_amtszeiten_ics"),
    path("mandate/<int:pk>/wunsch/", mandate.Wunsch.as_view(), name="intern_mandat_wunsch"),
]
