"""The only table of prefixes; upper apps are named as strings."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from netzwerk.views import einladung, konto, nachrichten

handler400 = "netzwerk.views.fehler.handler400"
handler403 = "netzwerk.views.fehler.handler403"
handler404 = "netzwerk.views.fehler.handler404"
handler500 = "netzwerk.views.fehler.handler500"

urlpatterns = [
    path("", include("sitzungen.urls.public")),
    path("", include("gremien.urls.public")),
    path("", include("netzwerk.urls.public")),
    path("intern/", include("netzwerk.urls.staff")),
    path("intern/", include("gremien.urls.staff")),
    path("intern/", include("sitzungen.urls.staff")),
    path("konto/", konto.uebersicht, name="konto"),
    # The address is kept by the administration: allauth's own page for it leads to the overview.
    path("konto/email/", RedirectView.as_view(pattern_name="konto")),
    path("konto/einladung/<str:marke>/", einladung.einladung, name="einladung"),
    path("konto/nachrichten/", nachrichten.nachrichten, name="nachrichten"),
    path("konto/abbestellen/<str:marke>/", nachrichten.abbestellen, name="abbestellen"),
    path("konto/anmeldungen/", konto.anmeldungen, name="anmeldungen"),
    # allauth's own list of sessions tidies up while it is read; ours leads there.
    path("konto/sessions/", RedirectView.as_view(pattern_name="anmeldungen")),
    # No account elsewhere is tied to one here, so there is nothing to show of it.
    path("konto/3rdparty/", RedirectView.as_view(pattern_name="konto")),
    path("konto/3rdparty/signup/", RedirectView.as_view(pattern_name="account_signup")),
    path("konto/social/<path:rest>", RedirectView.as_view(url="/konto/")),
    path("konto/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
