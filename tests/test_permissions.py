"""Who gets what at which address: every route of the portal, every role, reading and writing.

A route that is missing in a table fails, so does a line without a route.
"""

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone
from PIL import Image

from gremien.models import (
    Bericht,
    Berichtspflicht,
    Gremienbeziehung,
    Gremium,
    Handlung,
    Kunde,
    Mandatsvorschlag,
    Netzwerkseite,
    Projekt,
    Uebernahme,
    Wahlperiode,
)
from netzwerk.actions.post import nachricht_senden
from netzwerk.enums import Rolle, Sichtbarkeit, Veroeffentlichung
from netzwerk.intern.bereich import alle as alle_bereiche
from netzwerk.models import (
    Bild,
    Dokument,
    Gebiet,
    Hinweis,
    Konto,
    Organisation,
    Organisationsart,
    Portal,
    Programm,
    Stelle,
    Thema,
    Zugehoerigkeit,
    Zusammenfuehrung,
)
from sitzungen.models import Beschluss
from tests import fabrik

pytestmark = pytest.mark.django_db

ANONYM = "anonym"
TAG = date(2026, 3, 1)
BACKEND = "django.contrib.auth.backends.ModelBackend"
ROLLEN = (ANONYM, *(rolle.value for rolle in Rolle))

# Each cell: the status; "login" is a redirect that ends at the login, "weiter" one that ends elsewhere.
# One word stands for all seven roles: anonym, Mitglied, Berichterstattung, Gremienbetreuung, Redaktion,
# Freigabe, Admin. "login/403/200" means: anonym / whoever is logged in / Admin.
# Four words: anonym / whoever is logged in / Redaktion and Freigabe / Admin.
TABELLE = """
route                                | GET            | POST
start                                | 200            | 405
netzwerk                             | 200            | 405
netzwerk_pdf                         | 200            | 405
netzwerk_baustein                    | 200            | 405
karte                                | 200            | 405
gremien                              | 200            | 405
gremium                              | 200            | 405
gremium_pdf                          | 200            | 405
organisationen                       | 200            | 405
organisation                         | 200            | 405
gebiete                              | 200            | 405
gebiet                               | 200            | 405
themen                               | 200            | 405
thema                                | 200            | 405
projekte                             | 200            | 405
projekt                              | 200            | 405
berichte                             | 200            | 405
bericht                              | 200            | 405
sitzungen                            | 200            | 405
termine                              | 200            | 405
termine_des_gremiums                 | 200            | 405
sitzung                              | 200            | 405
vorlagen                             | 200            | 405
aktuell                              | 200            | 405
suche                                | 200            | 405
opensearch                           | 200            | 405
vorschlaege                          | 200            | 405
feed                                 | 200            | 405
sitemap                              | 200            | 405
sitemap_teil                         | 200            | 405
robots                               | 200            | 405
vorschaubild                         | 200            | 405
bild_sitzung                         | 200            | 405
bild_vorlage                         | 200            | 405
bild_gremien                         | 200            | 405
bild_organisationen                  | 200            | 405
bild_gebiete                         | 200            | 405
bild_themen                          | 200            | 405
bild_projekte                        | 200            | 405
bild_berichte                        | 200            | 405
vorlage                              | 200            | 405
impressum                            | 200            | 405
datenschutz                          | 200            | 405
barrierefreiheit                     | 200            | 405
leichte-sprache                      | 200            | 405
bild                                 | 200            | 405
bild_groesse                         | 200            | 405
dokument                             | 200            | 405
hinweis                              | 200            | 200
hinweis_danke                        | 200            | 405
gesund                               | 200            | 405
stil                                 | login/403/200  | 405
intern                               | login/200/200  | login/405/405
intern_merken                        | login/405/405  | login/404/404
intern_papierkorb                    | login/200/200  | login/405/405
einladung                            | 404            | 404
intern_konten                        | login/403/200  | login/403/405
intern_konto_einladen                | login/403/200  | login/403/422
intern_konto                         | login/403/200  | login/403/422
intern_konto_schliessen              | login/403/200  | login/403/weiter
intern_statistik                     | login/200/200  | login/405/405
intern_statistik_datei               | login/200/200  | login/405/405
intern_auslastung                    | login/200/200  | login/405/405
intern_auslastung_datei              | login/200/200  | login/405/405
intern_wer_war_da                    | login/404/200/200 | login/404/422/422
intern_vertretungen                  | login/200/200  | login/405/405
intern_vertretungen_datei            | login/200/200  | login/405/405
intern_rechte                        | login/200/200  | login/405/405
intern_rechte_konto                  | login/404/200  | login/405/405
intern_hinweise                      | login/403/200/200 | login/403/405/405
intern_hinweis                       | login/403/200/200 | login/403/weiter/weiter
nachrichten                          | login/200/200  | login/422/422
abbestellen                          | 404            | 404
mein_kalender                        | login/200/200  | login/200/200
kalender_feed                        | 404            | 405
intern_hilfe                         | login/200/200  | login/405/405
intern_konto_tat                     | login/403/405  | login/403/weiter
intern_bilder_datei                  | login/404/200/200 | login/405/405
intern_dokumente_datei               | login/404/200/200 | login/405/405
intern_berichtspflichten             | login/200/200  | login/405/405
intern_berichtspflichten_erinnern    | login/403/200/200 | login/403/weiter/weiter
intern_berichtspflicht               | login/404/200/200 | login/404/weiter/weiter
intern_linkpruefung                  | login/403/200/200 | login/403/weiter/weiter
intern_uebernahme                    | login/403/200/200 | login/403/422/422
intern_uebernahme_durchsicht         | login/403/200/200 | login/403/422/422
intern_uebernahme_zurueck            | login/403/405/405 | login/403/weiter/weiter
intern_ausfuhr                       | login/403/200/200 | login/403/405/405
intern_ausfuhr_docx                  | login/403/200/200 | login/403/405/405
intern_ausfuhr_register              | login/403/200  | login/403/405
intern_zusammenfuehren               | login/403/200/200 | login/403/405/405
intern_zusammenfuehren_durchsicht    | login/403/200/200 | login/403/409/409
intern_zusammenfuehren_verschieden   | login/403/405/405 | login/403/weiter/weiter
intern_zusammenfuehren_vorgang       | login/403/200/200 | login/403/weiter/weiter
intern_besetzung                     | login/404/200/200 | login/405/405
intern_verteiler                     | login/404/200/200 | login/405/405
intern_verteiler_csv                 | login/404/200/200 | login/405/405
intern_anwesenheit                   | login/404/200/200 | login/405/405
intern_anwesenheit_pdf               | login/404/200/200 | login/405/405
intern_bestellen                     | login/404/200/200 | login/404/422/422
intern_vorschlagen                   | login/404/200/200 | login/404/422/422
intern_neubestellung                 | login/404/200/200 | login/404/422/422
intern_aufloesen                     | login/404/200/200 | login/404/422/422
intern_amtszeiten_ics                | login/404/200/200 | login/405/405
intern_ausscheiden                   | login/403/200/200 | login/403/422/422
intern_handlung                      | login/404/200/200 | login/405/405
intern_handlung_zurueck              | login/405/405  | login/404/weiter/weiter
intern_mandat_beenden                | login/404/200/200 | login/404/422/422
intern_mandat_verlaengern            | login/404/200/200 | login/404/422/422
intern_mandat_abgeben                | login/404/200/200 | login/404/422/422
intern_mandat_wechseln               | login/404/200/200 | login/404/422/422
intern_mandat_vertretung             | login/404/200/200 | login/404/422/422
intern_mandat_ruhen                  | login/404/200/200 | login/404/409/409
intern_mandat_pruefen                | login/404/200/200 | login/404/409/409
intern_mandat_wunsch                 | login/404/200/200 | login/404/422/422
intern_vorschlag                     | login/404/200/200 | login/404/422/422
intern_verhindert                    | login/404/200/200 | login/404/422/422
intern_uebergabe                     | login/404/200/200 | login/405/405
intern_uebergabe_pdf                 | login/404/200/200 | login/405/405
intern_uebergabe_person              | login/404/200/200 | login/405/405
intern_uebergabe_person_pdf          | login/404/200/200 | login/405/405
postausgang                          | login/403/200  | login/403/405
nachricht                            | login/403/200  | login/403/405
nachricht_erneut                     | login/403/405  | login/403/weiter
account_login                        | 200/weiter/weiter | 200/weiter/weiter
account_logout                       | weiter/200/200 | weiter
account_inactive                     | 200            | 405
account_signup                       | 200/weiter/weiter | 200/weiter/weiter
account_reauthenticate               | login/200/200  | login/200/200
konto                                | login/200/200  | 405
konto/email/                         | login/weiter/weiter | login/weiter/weiter
anmeldungen                          | login/200/200  | login/weiter/weiter
konto/sessions/                      | login/weiter/weiter | login/weiter/weiter
usersessions_list                    | login/weiter/weiter | login/weiter/weiter
account_email                        | login/weiter/weiter | login/weiter/weiter
account_email_verification_sent      | 200            | 405
account_confirm_email                | 200            | 404
account_change_password              | login/200/200  | login/200/200
account_set_password                 | login/weiter/weiter | login/weiter/weiter
account_reset_password               | 200            | 200
account_reset_password_done          | 200            | 405
account_reset_password_from_key      | 200            | 200
account_reset_password_from_key_done | 200            | 405
account_confirm_login_code           | login/weiter/weiter | login/weiter/weiter
konto/3rdparty/                      | login/weiter/weiter | login/weiter/weiter
konto/3rdparty/signup/               | weiter         | weiter
konto/social/<path:rest>             | login/weiter/weiter | login/weiter/weiter
openid_connect_login                 | 404            | 404
openid_connect_callback              | 404            | 404
socialaccount_login_cancelled        | 200            | 405
socialaccount_login_error            | 401            | 405
socialaccount_signup                 | weiter         | weiter
socialaccount_connections            | login/weiter/weiter | login/weiter/weiter
social/login/cancelled/              | login/weiter/weiter | login/weiter/weiter
social/login/error/                  | login/weiter/weiter | login/weiter/weiter
social/signup/                       | login/weiter/weiter | login/weiter/weiter
social/connections/                  | login/weiter/weiter | login/weiter/weiter
mfa_index                            | login/200/200  | login/405/405
mfa_authenticate                     | login/weiter/weiter | login/weiter/weiter
mfa_reauthenticate                   | login/weiter/weiter | login/weiter/weiter
mfa_activate_totp                    | login/weiter/weiter | login/weiter/weiter
mfa_deactivate_totp                  | login/404/404  | login/404/404
mfa_view_recovery_codes              | login/404/404  | login/405/405
mfa_generate_recovery_codes          | login/weiter/weiter | login/weiter/weiter
mfa_download_recovery_codes          | login/404/404  | login/404/404
mfa_list_webauthn                    | login/200/200  | login/405/405
mfa_add_webauthn                     | login/weiter/weiter | login/weiter/weiter
mfa_reauthenticate_webauthn          | login/weiter/weiter | login/weiter/weiter
mfa_edit_webauthn                    | login/weiter/weiter | login/weiter/weiter
mfa_remove_webauthn                  | login/weiter/weiter | login/weiter/weiter
mfa_login_webauthn                   | login/weiter/weiter | login/weiter/weiter
admin:index                          | login/403/200  | login/403/200
admin:login                          | login/403/weiter | login/403/weiter
admin:logout                         | login/403/405  | login/403/weiter
admin:password_change                | login/403/weiter | login/403/weiter
admin:password_change_done           | login/403/200  | login/403/405
admin:autocomplete                   | login/403/200  | login/403/405
admin:jsi18n                         | login/403/200  | login/403/405
admin:view_on_site                   | login/403/weiter | login/403/weiter
admin:app_list                       | login/403/200  | login/403/200
admin:auth_user_password_change      | login/403/200  | login/403/200
admin:<path:object_id>/              | login/403/weiter | login/403/weiter
admin:(?P<url>.*)$                   | login/403/404  | login/403/404
"""
# The pages that every noun has in the staff area: anonym / without the right / with it, for GET and POST.
JE_NOMEN = {
    "": ("login/200/200", "login/405/405"),
    "tabelle": ("login/200/200", "login/405/405"),
    "neu": ("login/403/200", "login/403/422"),
    "eintrag": ("login/404/200", "login/404/422"),
    "stand": ("login/405/405", "login/404/weiter"),
    "fassung": ("login/405/405", "login/404/weiter"),
    "papierkorb": ("login/405/405", "login/404/weiter"),
    "kopieren": ("login/405/405", "login/404/weiter"),
    "verlauf": ("login/404/200", "login/404/404"),
}
# Route of a page of mandates → what its address names.
MANDATSSEITEN = {
    **{f"intern_mandat_{seite}": "mandat" for seite in ("beenden", "verlaengern", "abgeben", "wechseln")},
    **{f"intern_mandat_{seite}": "mandat" for seite in ("vertretung", "ruhen", "pruefen", "wunsch")},
    **dict.fromkeys(("intern_verhindert", "intern_uebergabe", "intern_uebergabe_pdf"), "mandat"),
    **{f"intern_{seite}": "person" for seite in ("ausscheiden", "uebergabe_person", "uebergabe_person_pdf")},
    **{f"intern_{seite}": "gremium" for seite in ("besetzung", "bestellen", "vorschlagen", "neubestellung")},
    **{
        f"intern_{seite}": "gremium"
        for seite in ("verteiler", "verteiler_csv", "anwesenheit", "anwesenheit_pdf")
    },
    **dict.fromkeys(("intern_aufloesen", "intern_amtszeiten_ics"), "gremium"),
}
SCHREIBENDE = {Rolle.REDAKTION, Rolle.FREIGABE, Rolle.ADMIN}
# Who else may make an entry; what such a role may write is tried in tests/gremien/test_intern.py.
AUCH_NEU = {"berichte": {Rolle.BERICHTERSTATTUNG}, "sitzungen": {Rolle.GREMIENBETREUUNG}}
# The pages that models have in the admin. Admin gets them (tests/netzwerk/test_admin.py walks them
# with rows of every model); everyone else is sent to the door, whatever the page and the method.
JE_MODELL = ("changelist", "add", "change", "delete", "history", "simple_history", "wiederherstellen")
TUER = "/admin/login/"
WER_AUCH_IMMER = (ANONYM, Rolle.FREIGABE)


def zeilen():
    """Return route → (cells for GET, cells for POST), each as role → cell."""
    tabelle = {}
    for zeile in TABELLE.strip().splitlines()[1:]:
        name, *zellen = (zelle.strip() for zelle in zeile.split("|"))
        assert name not in tabelle, f"{name} stands twice"
        tabelle[name] = tuple(je_rolle(zelle) for zelle in zellen)
    return tabelle


def je_rolle(zelle):
    """Return role → cell for a cell of the table."""
    anonym, angemeldet, *schreibende, verwaltung = zelle.split("/") if "/" in zelle else [zelle] * 3
    rollen = dict.fromkeys(ROLLEN, angemeldet) | {ANONYM: anonym, Rolle.ADMIN: verwaltung}
    return rollen | {rolle: wert for wert in schreibende for rolle in (Rolle.REDAKTION, Rolle.FREIGABE)}


def modellseiten():
    """Return name of the route → kind of page for the admin's pages of models."""
    return {
        f"admin:{modell._meta.app_label}_{modell._meta.model_name}_{ziel}": ziel
        for modell in admin.site._registry
        for ziel in JE_MODELL
    }


def nomenseiten():
    """Return name of the route → noun and page for the staff area's pages of nouns."""
    return {
        f"intern_{bereich.name}{f'_{seite}' if seite else ''}": (bereich, seite)
        for bereich in alle_bereiche()
        for seite in JE_NOMEN
    }


def routen(muster=None, davor=""):
    """Return the names of all routes of the URL conf, with their namespace."""
    for eintrag in get_resolver().url_patterns if muster is None else muster:
        if isinstance(eintrag, URLPattern):
            yield davor + (eintrag.name or str(eintrag.pattern))
        else:
            yield from routen(
                eintrag.url_patterns, davor + (f"{eintrag.namespace}:" if eintrag.namespace else "")
            )


@pytest.fixture
def kekse():
    """Return role → cookies of an account that has it."""
    ergebnis = {ANONYM: {}}
    for rolle in Rolle:
        konto = Konto.objects.create_user(
            f"{rolle.name.lower()}@example.org", "x", is_staff=rolle == Rolle.ADMIN
        )
        konto.groups.add(Group.objects.get(name=rolle))
        client = Client()
        client.force_login(konto, backend=BACKEND)
        ergebnis[rolle.value] = {name: keks.value for name, keks in client.cookies.items()}
    return ergebnis


@pytest.fixture(scope="module")
def ein_client():
    """Return a client for all: a new one would look through the static files first."""
    return Client()


@pytest.fixture
def klient(ein_client, kekse):
    """Return a function that gives a role's client, with new cookies: a logout takes them away."""

    def als(rolle, *, mit_csrf=False):
        ein_client.cookies.clear()
        for name, wert in kekse[rolle].items():
            ein_client.cookies[name] = wert
        ein_client.handler.enforce_csrf_checks = mit_csrf
        return ein_client

    return als


def antwort_auf(client, methode, adresse):
    """Return what the table says of an answer; nothing that was written stays, not even a logout."""
    with transaction.atomic():
        antwort = client.generic(methode, adresse)
        antwort.getvalue()  # read to the end, a file is closed
        ergebnis = str(antwort.status_code)
        if antwort.status_code in {301, 302}:
            ende = client.get(antwort["Location"], follow=True)
            letzte = ende.redirect_chain[-1][0] if ende.redirect_chain else antwort["Location"]
            ergebnis = "weiter"
            if ende.status_code == 403:
                ergebnis = "403"
            elif letzte.startswith("/konto/login/"):
                ergebnis = "login"
        transaction.set_rollback(True)
    return ergebnis


@pytest.fixture
def orte():
    """Return name of a route → an address of it, of something public that fills the page."""
    art = Organisationsart.objects.create(name="Kommune")
    stadt = fabrik.organisation("Stadt", art=art)
    gremium = fabrik.gremium("Runder Tisch")
    mandat = fabrik.mitgliedschaft(gremium, organisation=stadt)
    person, sitz = fabrik.person(), fabrik.sitz(gremium)
    Zugehoerigkeit.objects.create(person=person, organisation=stadt)
    vorschlag = Mandatsvorschlag.objects.create(sitz=sitz, person=person, vorgeschlagen_am=TAG)
    handlung = Handlung.objects.create(art="beenden", gremium=gremium)
    ziele = {"mandat": mandat, "gremium": gremium, "person": person}
    mandate = {name: reverse(name, args=[ziele[ziel].pk]) for name, ziel in MANDATSSEITEN.items()}
    Netzwerkseite.objects.create(organisation=stadt).eintraege.create(gremium=gremium)
    Portal.objects.update_or_create(defaults={"eigene_organisation": stadt})
    sitzung = fabrik.sitzung(gremium, datum=TAG, status="terminiert")
    konto = Konto.objects.order_by("pk").first()
    hinweis = Hinweis.objects.create(text="Falsch", kennung="x")
    fremdes = Konto.objects.create_user("fremd@example.org")
    uebernahme = Uebernahme.objects.create(konto=konto)
    brief = nachricht_senden(an="gast@example.org", betreff="Einladung", text="Guten Tag")
    eintraege = {
        "gremium": gremium,
        "organisation": stadt,
        "gebiet": Gebiet.objects.create(name="Nordstadt", art="stadtteil", **fabrik.OEFFENTLICH),
        "thema": Thema.objects.create(name="Spielplätze"),
        "projekt": Projekt.objects.create(titel="Plan", institut=stadt, **fabrik.OEFFENTLICH),
        "bericht": bericht(stadt, **fabrik.OEFFENTLICH),
        "sitzung": sitzung,
        "vorlage": fabrik.vorlage(stadt, "2026/0001"),
        "bild": bild(**fabrik.OEFFENTLICH),
        "dokument": dokument(**fabrik.OEFFENTLICH),
    }
    pflicht = Berichtspflicht.objects.create(
        organisation=stadt, regel="bis_datum", faellig_am=TAG, gilt_ab=TAG
    )
    vorschau = {
        f"bild_{name}": f"/vorschaubild{eintrag.get_absolute_url().rstrip('/')}.png"
        for eintrag in eintraege.values()
        for name in (eintrag.get_absolute_url().split("/")[1],)
    }
    vorschau |= {"bild_sitzung": vorschau["bild_sitzungen"], "bild_vorlage": vorschau["bild_vorlagen"]}
    return (
        vorschau
        | mandate
        | {name: eintrag.get_absolute_url() for name, eintrag in eintraege.items()}
        | {
            "account_confirm_email": "/konto/confirm-email/gibt-es-nicht/",
            "account_reset_password_from_key": "/konto/password/reset/key/1-falsch/",
            "admin:app_list": "/admin/gremien/",
            "admin:auth_user_password_change": reverse("admin:auth_user_password_change", args=[konto.pk]),
            "admin:autocomplete": reverse("admin:autocomplete")
            + "?app_label=gremien&model_name=gremienbeziehung&field_name=von_gremium",
            "admin:view_on_site": reverse(
                "admin:view_on_site", args=[ContentType.objects.get_for_model(gremium).pk, gremium.pk]
            ),
            "admin:<path:object_id>/": f"/admin/gremien/gremium/{gremium.pk}/",
            "admin:(?P<url>.*)$": "/admin/gibt/es/nicht",
            "konto/email/": "/konto/email/",
            "konto/sessions/": "/konto/sessions/",
            "konto/3rdparty/": "/konto/3rdparty/",
            "social/login/cancelled/": "/konto/social/login/cancelled/",
            "social/login/error/": "/konto/social/login/error/",
            "social/signup/": "/konto/social/signup/",
            "social/connections/": "/konto/social/connections/",
            "konto/3rdparty/signup/": "/konto/3rdparty/signup/",
            "konto/social/<path:rest>": "/konto/social/connections/",
            "openid_connect_login": "/konto/oidc/dienst/login/",
            "openid_connect_callback": "/konto/oidc/dienst/login/callback/",
            "mfa_edit_webauthn": "/konto/2fa/webauthn/keys/1/edit/",
            "mfa_remove_webauthn": "/konto/2fa/webauthn/keys/1/remove/",
            "nachricht": reverse("nachricht", args=[brief.pk]),
            "nachricht_erneut": reverse("nachricht_erneut", args=[brief.pk]),
            "einladung": "/konto/einladung/gibt-es-nicht/",
            "intern_konto": reverse("intern_konto", args=[konto.pk]),
            "intern_konto_schliessen": reverse("intern_konto_schliessen", args=[konto.pk]),
            "intern_statistik_datei": "/intern/statistik/statistik.xlsx",
            "intern_auslastung_datei": "/intern/auslastung/auslastung.xlsx",
            "intern_wer_war_da": f"/intern/sitzungen/{sitzung.pk}/anwesenheit/",
            "intern_vertretungen_datei": "/intern/vertretungen/vertretungen.csv",
            "intern_rechte_konto": reverse("intern_rechte_konto", args=[fremdes.pk]),
            "abbestellen": "/konto/abbestellen/falsch/",
            "intern_hinweis": reverse("intern_hinweis", args=[hinweis.pk]),
            "kalender_feed": "/konto/kalender/falsch/meine.ics",
            "intern_konto_tat": reverse("intern_konto_tat", args=[konto.pk]),
            "intern_vorschlag": reverse("intern_vorschlag", args=[vorschlag.pk]),
            "intern_handlung": reverse("intern_handlung", args=[handlung.pk]),
            "intern_handlung_zurueck": reverse("intern_handlung_zurueck", args=[handlung.pk]),
            "bild_groesse": eintraege["bild"].srcset.split()[0],
            "intern_bilder_datei": ersetzt("bilder", bild()),
            "intern_dokumente_datei": ersetzt("dokumente", dokument()),
            "intern_berichtspflicht": f"/intern/berichtspflichten/{pflicht.pk}/{TAG.isoformat()}/",
            "intern_uebernahme_durchsicht": f"/intern/uebernahme/{uebernahme.pk}/",
            "intern_uebernahme_zurueck": f"/intern/uebernahme/{uebernahme.pk}/zurueck/",
            **zusammenfuehrungsorte(stadt),
            "sitemap_teil": "/sitemap-gremien.xml",
            "gremium_pdf": f"{gremium.get_absolute_url()}gremium.pdf",
            "termine_des_gremiums": f"{gremium.get_absolute_url()}termine.ics",
        }
    )


def bericht(organisation, **felder):
    return Bericht.objects.create(
        **{
            "titel": "Bericht",
            "organisation": organisation,
            "jahr": 2026,
            "datum": date(2026, 4, 1),
            **felder,
        }
    )


def zusammenfuehrungsorte(stadt):
    zweite = fabrik.organisation("Stadt zwei")
    vorgang = Zusammenfuehrung.objects.create(
        inhaltstyp=ContentType.objects.get_for_model(stadt), bleibt_id=stadt.pk, geht_id=zweite.pk
    )
    paar = f"/intern/zusammenfuehren/organisationen/{stadt.pk}/{zweite.pk}/"
    return {
        "intern_zusammenfuehren_durchsicht": paar.replace(f"/{zweite.pk}/", f"/{fabrik.organisation().pk}/"),
        "intern_zusammenfuehren_verschieden": f"{paar}verschieden/",
        "intern_zusammenfuehren_vorgang": f"/intern/zusammenfuehren/vorgang/{vorgang.pk}/",
    }


def bild(**felder):
    ziel = io.BytesIO()
    Image.new("RGB", (4, 3), "teal").save(ziel, "PNG")
    return Bild.objects.create(
        alternativtext="ein Haus", datei=ContentFile(ziel.getvalue(), "x.png"), **felder
    )


def dokument(**felder):
    return Dokument.objects.create(titel="Satzung", datei=ContentFile(b"%PDF-1.7", "x.pdf"), **felder)


def ersetzt(nomen, eintrag):
    """Replace the file of an entry and return where the earlier one is."""
    with eintrag.datei.open("rb") as datei:
        inhalt = ContentFile(datei.read(), "neu" + Path(eintrag.datei.name).suffix)
    eintrag.datei = inhalt
    eintrag.save()
    return f"/intern/{nomen}/{eintrag.pk}/dateien/{eintrag.history.earliest().history_id}/"


# --- Routes --------------------------------------------------------------------------------------


def test_every_route_stands_in_a_table_and_every_line_has_a_route():
    alle = set(routen())

    # Suggestions answer for each noun; who may ask is tried below.
    assert alle - set(zeilen()) - set(modellseiten()) - set(nomenseiten()) == {"intern_waehlen"}
    assert set(nomenseiten()) - alle == set()
    assert set(zeilen()) - alle == set()
    # Not every model has a bin.
    assert {ziel for name, ziel in modellseiten().items() if name in alle} == set(JE_MODELL)


def test_each_role_gets_what_the_table_says(klient, orte, subtests):
    for name, (lesen, schreiben) in zeilen().items():
        adresse = orte.get(name) or reverse(name)
        for methode, erwartet in (("GET", lesen), ("POST", schreiben)):
            with subtests.test(route=name, methode=methode):
                assert {r: antwort_auf(klient(r), methode, adresse) for r in ROLLEN} == erwartet


def je_befugnis(zelle, befugte):
    """Return role → cell for a cell of the table of nouns."""
    anonym, ohne, mit = zelle.split("/")
    return {rolle: mit if rolle in befugte else ohne for rolle in ROLLEN} | {ANONYM: anonym}


def test_each_role_gets_what_the_table_of_nouns_says(klient, orte, subtests):
    for name, (bereich, seite) in nomenseiten().items():
        eintrag = nomen_eintrag(bereich)
        angaben = {"": [], "neu": [], "tabelle": ["csv"]}.get(seite, [eintrag.pk])
        adresse = reverse(name, args=angaben)
        befugte = SCHREIBENDE | (AUCH_NEU.get(bereich.name, set()) if seite == "neu" else set())
        for methode, zelle in zip(("GET", "POST"), JE_NOMEN[seite], strict=True):
            erwartet = je_befugnis(zelle, befugte)
            if seite == "papierkorb" and methode == "POST" and not hasattr(eintrag, "geloescht_am"):
                erwartet |= dict.fromkeys(SCHREIBENDE, "404")
            with subtests.test(route=name, methode=methode):
                assert {r: antwort_auf(klient(r), methode, adresse) for r in ROLLEN} == erwartet


def nomen_eintrag(bereich):
    """Return an entry of a noun, made unless the page's rows have one."""
    zeile = bereich.modell._default_manager.first()
    if zeile is not None:
        return zeile
    gremium, stadt = Gremium.objects.first(), Organisation.objects.first()
    return {
        "personen": fabrik.person,
        "stellen": lambda: Stelle.objects.create(bezeichnung="Leitung"),
        "programme": lambda: Programm.objects.create(name="Programm"),
        "sitzkategorien": lambda: fabrik.sitz(gremium).kategorie,
        "wahlperioden": lambda: Wahlperiode.objects.create(koerperschaft=stadt, name="2026"),
        "kunden": lambda: Kunde.objects.create(institut=stadt, organisation=fabrik.organisation()),
        "beschluesse": lambda: Beschluss.objects.create(gremium=gremium, datum=TAG, wortlaut="Ja."),
    }[bereich.name]()


def test_suggestions_are_for_those_who_fill_in_forms(klient):
    adresse = reverse("intern_waehlen", args=["organisationen"])
    duerfen = SCHREIBENDE | {Rolle.GREMIENBETREUUNG, Rolle.BERICHTERSTATTUNG}

    assert {r: antwort_auf(klient(r), "GET", adresse) for r in ROLLEN} == je_befugnis(
        "login/403/200", duerfen
    )


def test_the_pages_of_models_are_for_admin_alone(klient, subtests):
    vorhanden = set(routen())
    for name, ziel in modellseiten().items():
        if name not in vorhanden:
            continue
        nummern = {"changelist": [], "add": [], "simple_history": [1, 1]}.get(ziel, [1])
        adresse = reverse(name, args=nummern)
        # Who stands before the door is asked of all roles once a model; that it is there, of every page.
        rollen = (
            [rolle for rolle in ROLLEN if rolle != Rolle.ADMIN] if ziel == "changelist" else WER_AUCH_IMMER
        )
        with subtests.test(route=name):
            for rolle in rollen:
                for methode in ("GET", "POST"):
                    antwort = klient(rolle).generic(methode, adresse)
                    assert (antwort.status_code, antwort.get("Location", "").partition("?")[0]) == (302, TUER)
            if ziel == "changelist":
                assert klient(Rolle.ADMIN).get(adresse).status_code == 200


def test_a_member_of_staff_without_rights_is_refused_each_page_of_a_model(subtests):
    konto = Konto.objects.create_user("niemand@example.org", is_staff=True)
    client = Client()
    client.force_login(konto, backend=BACKEND)
    vorhanden = set(routen())
    for name, ziel in modellseiten().items():
        if name in vorhanden and ziel in {"changelist", "add"}:
            with subtests.test(route=name):
                assert client.get(reverse(name)).status_code == 403
                assert client.post(reverse(name), {"name": "Neu"}).status_code == 403


def test_a_picture_that_is_not_public_is_for_those_who_may_read_pictures(client):
    konto = Konto.objects.create_user("niemand@example.org", is_staff=True)
    client.force_login(konto, backend=BACKEND)
    entwurf = bild()
    assert client.get(entwurf.get_absolute_url()).status_code == 404

    konto.user_permissions.add(Permission.objects.get(codename="view_bild"))
    antwort = client.get(entwurf.get_absolute_url())
    assert antwort.getvalue().startswith(b"\x89PNG")


# --- Entries -------------------------------------------------------------------------------------

MORGEN, GESTERN = timedelta(days=1), timedelta(days=-1)
# State of an entry → what everybody gets at its address. None of these was ever public but the last four.
ZUSTAENDE = {
    "öffentlich": ({}, 200),
    "archiviert": ({"veroeffentlichung": Veroeffentlichung.ARCHIVIERT}, 200),
    "Entwurf": ({"veroeffentlichung": Veroeffentlichung.ENTWURF}, 404),
    "zur Freigabe": ({"veroeffentlichung": Veroeffentlichung.ZUR_FREIGABE}, 404),
    "intern": ({"sichtbarkeit": Sichtbarkeit.INTERN}, 404),
    "erst morgen": ({"oeffentlich_ab": MORGEN}, 404),
    "erst morgen, im Papierkorb": ({"oeffentlich_ab": MORGEN, "geloescht_am": GESTERN}, 404),
    "Entwurf im Papierkorb": (
        {"veroeffentlichung": Veroeffentlichung.ENTWURF, "geloescht_am": GESTERN},
        404,
    ),
    "intern, zurückgezogen": (
        {"sichtbarkeit": Sichtbarkeit.INTERN, "veroeffentlichung": Veroeffentlichung.ZURUECKGEZOGEN},
        404,
    ),
    "intern im Papierkorb": ({"sichtbarkeit": Sichtbarkeit.INTERN, "geloescht_am": GESTERN}, 404),
    "zurückgezogen": ({"veroeffentlichung": Veroeffentlichung.ZURUECKGEZOGEN}, 410),
    "zurückgezogen im Papierkorb": (
        {"veroeffentlichung": Veroeffentlichung.ZURUECKGEZOGEN, "geloescht_am": GESTERN},
        410,
    ),
    "im Papierkorb": ({"geloescht_am": GESTERN}, 410),
    "nur bis gestern": ({"oeffentlich_bis": GESTERN}, 410),
}
GEHEIM = "GEHEIMNIS"


def eintraege(felder):
    """Return kind of entry → an entry in the state; each carries a word nobody may read."""
    wir = fabrik.organisation("Träger")
    runde = fabrik.gremium("Runde")
    return {
        "gremium": fabrik.gremium(GEHEIM, kurztext=GEHEIM, **felder),
        "organisation": fabrik.organisation(GEHEIM, **felder),
        "gebiet": Gebiet.objects.create(name=GEHEIM, art="stadt", **felder),
        "projekt": Projekt.objects.create(titel=GEHEIM, institut=wir, **felder),
        "bericht": bericht(wir, titel=GEHEIM, **felder),
        "sitzung": fabrik.sitzung(runde, titel=GEHEIM, datum=TAG, status="terminiert", **felder),
        "vorlage": fabrik.vorlage(wir, "7/1", betreff=GEHEIM, **felder),
        "bild": bild(**felder),
        "dokument": dokument(**felder),
    }


@pytest.mark.parametrize("zustand", ZUSTAENDE)
def test_an_entry_answers_to_its_state_and_to_nobody_differently(zustand, klient, subtests):
    abstaende, erwartet = ZUSTAENDE[zustand]
    felder = fabrik.OEFFENTLICH | {
        name: timezone.now() + wert if isinstance(wert, timedelta) else wert
        for name, wert in abstaende.items()
    }
    for art, eintrag in eintraege(felder).items():
        # Files are only there or not there: nobody keeps a link to what a picture's successor is.
        datei = art in {"bild", "dokument"}
        for rolle in (ANONYM, Rolle.GREMIENBETREUUNG, Rolle.ADMIN):
            status = 404 if erwartet == 410 and datei else erwartet
            # Whoever reads everything sees files beside their words; what is in the bin is not downloaded.
            if rolle == Rolle.ADMIN and (art == "bild" or (art == "dokument" and not eintrag.geloescht_am)):
                status = 200
            with subtests.test(art=art, rolle=rolle):
                antwort = klient(rolle).get(eintrag.get_absolute_url())
                inhalt = antwort.getvalue()  # read to the end, a file is closed
                assert antwort.status_code == status
                if not datei:
                    assert (GEHEIM.encode() in inhalt) == (status == 200)


def test_what_was_never_released_is_not_told_by_its_withdrawal(client, subtests):
    wir, innen = fabrik.organisation("Träger"), fabrik.organisation("Innen", sichtbarkeit=Sichtbarkeit.INTERN)
    runde, stab = fabrik.gremium("Runde"), fabrik.gremium("Stab", sichtbarkeit=Sichtbarkeit.INTERN)
    for weg in ({"veroeffentlichung": Veroeffentlichung.ZURUECKGEZOGEN}, {"geloescht_am": timezone.now()}):
        nie = {
            "Vorlage im Entwurf": fabrik.vorlage(wir, stand="entwurf", **weg),
            "Vorlage in Abstimmung": fabrik.vorlage(wir, stand="in_abstimmung", **weg),
            "Vorlage einer internen Körperschaft": fabrik.vorlage(innen, **weg),
            "Sitzung im Entwurf": fabrik.sitzung(runde, datum=TAG, status="entwurf", **weg),
            "Sitzung eines internen Gremiums": fabrik.sitzung(stab, datum=TAG, status="terminiert", **weg),
            "Bericht einer internen Organisation": bericht(innen, **fabrik.OEFFENTLICH | weg),
            "Bericht an ein internes Gremium": bericht(wir, verbund=stab, **fabrik.OEFFENTLICH | weg),
            "Projekt eines internen Instituts": Projekt.objects.create(
                titel="Plan", institut=innen, **fabrik.OEFFENTLICH | weg
            ),
        }
        for name, eintrag in nie.items():
            with subtests.test(name=name, weg=weg):
                assert client.get(eintrag.get_absolute_url()).status_code == 404
        gezeigt = (fabrik.vorlage(wir, **weg), fabrik.sitzung(runde, datum=TAG, status="terminiert", **weg))
        assert [client.get(eintrag.get_absolute_url()).status_code for eintrag in gezeigt] == [410, 410]


def test_a_draft_that_is_only_withdrawn_stays_unknown(client):
    entwurf = fabrik.gremium("Entwurf", veroeffentlichung=Veroeffentlichung.ENTWURF)
    gezeigt = fabrik.gremium("Gezeigt")
    for gremium in (entwurf, gezeigt):
        gremium.veroeffentlichung = Veroeffentlichung.ZURUECKGEZOGEN
        gremium.save()

    antworten = [client.get(gremium.get_absolute_url()).status_code for gremium in (entwurf, gezeigt)]

    assert antworten == [404, 410]


def test_a_withdrawn_body_leads_to_its_public_successor_only(client):
    alt = fabrik.gremium("Alt", veroeffentlichung=Veroeffentlichung.ZURUECKGEZOGEN)
    geheim = fabrik.gremium(GEHEIM, sichtbarkeit=Sichtbarkeit.INTERN)
    Gremienbeziehung.objects.create(von_gremium=geheim, art="nachfolge", zu_gremium=alt)
    antwort = client.get(alt.get_absolute_url())
    assert antwort.status_code == 410
    assert GEHEIM not in antwort.text

    neu = fabrik.gremium("Neue Runde")
    Gremienbeziehung.objects.create(von_gremium=neu, art="nachfolge", zu_gremium=alt)
    assert f'<a href="{neu.get_absolute_url()}">Neue Runde</a>' in client.get(alt.get_absolute_url()).text


# --- Rights that change --------------------------------------------------------------------------


def test_a_removed_right_works_at_once(client):
    konto = Konto.objects.create_superuser("leitung@example.org", "ein-langes-Passwort")
    client.force_login(konto, backend=BACKEND)
    assert client.get("/admin/").status_code == 200

    Konto.objects.filter(pk=konto.pk).update(is_staff=False)
    assert client.get("/admin/", follow=True).status_code == 403


@pytest.mark.parametrize("aenderung", ["abgeschaltet", "neues Passwort"])
def test_a_session_ends_with_the_account_or_its_password(client, aenderung):
    konto = Konto.objects.create_superuser("leitung@example.org", "ein-langes-Passwort")
    client.force_login(konto, backend=BACKEND)
    assert client.get("/admin/").status_code == 200

    konto.is_active = aenderung != "abgeschaltet"
    if konto.is_active:
        konto.set_password("ein-anderes-Passwort")
    konto.save()
    antwort = client.get("/admin/", follow=True)
    assert antwort.redirect_chain[-1][0].startswith("/konto/login/")


def test_every_write_needs_a_token(klient, orte, subtests):
    for name, (_, schreiben) in zeilen().items():
        for rolle in (ANONYM, Rolle.ADMIN):
            if schreiben[rolle] == "405":
                continue
            with subtests.test(route=name, rolle=rolle):
                client = klient(rolle, mit_csrf=True)
                assert client.post(orte.get(name) or reverse(name)).status_code == 403
