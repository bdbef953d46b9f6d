"""Public pages of the top floor."""

from django.urls import path

from sitzungen import feeds, mein_kalender
from sitzungen.views import kalender, public, sitemap, suche, termine, vorschaubild

EINTRAG = vorschaubild.bild_des_eintrags

urlpatterns = [
    path("vorschaubild/portal.png", vorschaubild.bild_des_portals, name="vorschaubild"),
    path("vorschaubild/sitzungen/<int:pk>.png", EINTRAG, {"art": "sitzungen"}, name="bild_sitzung"),
    path("vorschaubild/vorlagen/<path:pfad>.png", EINTRAG, {"art": "vorlagen"}, name="bild_vorlage"),
    *(
        path(f"vorschaubild/{art}/<slug:slug>.png", EINTRAG, {"art": art}, name=f"bild_{art}")
        for art in ("gremien", "organisationen", "gebiete", "themen", "projekte", "berichte")
    ),
    path("", public.start, name="start"),
    path("sitzungen/", termine.sitzung_liste, name="sitzungen"),
    path("sitzungen/termine.ics", feeds.alle_termine, name="termine"),
    path("gremien/<slug:slug>/termine.ics", feeds.termine_des_gremiums, name="termine_des_gremiums"),
    path("sitzungen/<int:pk>/", public.sitzung_seite, name="sitzung"),
    path("konto/kalender/", kalender.mein_kalender, name="mein_kalender"),
    path("konto/kalender/<str:marke>/<slug:umfang>.ics", mein_kalender.feed, name="kalender_feed"),
    path("aktuell/", public.aktuell, name="aktuell"),
    path("aktuell/feed.xml", feeds.aenderungen_als_feed, name="feed"),
    path("sitemap.xml", sitemap.verzeichnis, name="sitemap"),
    path("sitemap-<str:section>.xml", sitemap.teil, name="sitemap_teil"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("suche/", suche.suche, name="suche"),
    path("suche/vorschlaege/", suche.vorschlaege, name="vorschlaege"),
    path("suche/opensearch.xml", suche.opensearch, name="opensearch"),
    path("vorlagen/", public.vorlage_liste, name="vorlagen"),
    path("vorlagen/<path:pfad>/", public.vorlage_seite, name="vorlage"),
]
