"""The admin as a whole: every page answers, lists ask the same number of times, nothing breaks it."""

import io
import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.contrib.staticfiles import finders
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from PIL import Image

from gremien import models as g
from netzwerk import models as n
from netzwerk.actions import adresse_mit_ort, in_den_papierkorb
from netzwerk.lib.admin.felder import als_eingabe
from netzwerk.lib.images import SEITE, bereinigtes_bild
from netzwerk.lib.text import formattext
from sitzungen import models as s
from tests import fabrik
from tests.verwaltung import adresse, meldungen, senden

pytestmark = pytest.mark.django_db

TAG = date(2026, 3, 1)
# What the program remembers for itself: nothing to keep by hand.
# Mail is read and sent again in the outbox, which hides personal links (tests/netzwerk/test_post.py).
NICHT_IN_DER_VERWALTUNG = {
    g.Handlung,
    g.Uebernahme,
    n.Absendung,
    n.Benachrichtigung,
    n.Demoeintrag,
    n.Dokumenttext,
    n.Einladung,
    n.FruehereAdresse,
    n.Inhaltsstand,
    n.Kalenderzugang,
    n.Linkbefund,
    n.Nachricht,
    n.Nachrichtenanhang,
    n.Rueckmeldung,
    n.Schliessung,
    n.Suchinhalt,
    n.Suchtext,
    n.Suchwort,
    n.Verschieden,
    n.Zusammenfuehrung,
    n.Zwischenstand,
}
EIGENE = [
    modell
    for app in ("netzwerk", "gremien", "sitzungen")
    for modell in apps.get_app_config(app).get_models()
    if not hasattr(modell, "history_id") and modell not in NICHT_IN_DER_VERWALTUNG
]
# Their rows exist from the start and none is added.
EINMALIG = {n.Portal, n.Seite}
GROSS = "9" * 30


def bild_datei(breite=40, hoehe=30, art="PNG", name="bild.png", **angaben):
    ziel = io.BytesIO()
    Image.new("RGB", (breite, hoehe), "teal").save(ziel, art, **angaben)
    return SimpleUploadedFile(name, ziel.getvalue())


def satz_netzwerk():
    """Make one row of every model of the ground floor; return what the others need."""
    stadt = n.Gebiet.objects.create(name="Stadt", art="stadt")
    gebiet = n.Gebiet.objects.create(name="Stadtteil", art="stadtteil", parent=stadt)
    verband, traeger = fabrik.organisation(), fabrik.organisation()
    nummer = traeger.pk
    traeger.art = n.Organisationsart.objects.create(name=f"Art {nummer}")
    traeger.parent = verband
    traeger.save()
    n.Organisationsmitgliedschaft.objects.create(organisation=traeger, verband=verband)
    person = fabrik.person()
    n.Einwilligung.objects.create(person=person, erteilt_am=TAG)
    stelle = n.Stelle.objects.create(bezeichnung="Leitung", organisation=traeger)
    n.Zugehoerigkeit.objects.create(person=person, organisation=traeger, stelle=stelle)
    n.Thema.objects.create(name=f"Thema {nummer}")
    n.Zielgruppe.objects.create(name=f"Gruppe {nummer}")
    programm = n.Programm.objects.create(name="Programm", geber=verband)
    bild = n.Bild.objects.create(alternativtext="ein Haus", datei=bild_datei())
    n.Dokument.objects.create(titel="Satzung")
    konto = n.Konto.objects.create_user(f"konto{nummer}@example.org", person=person, organisation=traeger)
    konto.groups.add(Group.objects.get(name="Redaktion"))
    n.Hinweis.objects.create(text="Das stimmt nicht.", kennung=f"k{nummer}", bearbeitet_von=konto)
    return SimpleNamespace(**locals())


def satz_gremien(u):
    """Make one row of every model of the middle floor; return what the others need."""
    gebiet, verband, traeger, stelle = u.gebiet, u.verband, u.traeger, u.stelle
    nummer, programm, bild, konto = u.nummer, u.programm, u.bild, u.konto
    art = g.Gremienart.objects.create(name=f"Gremienart {nummer}")
    oben, unten = fabrik.gremium(art=art), fabrik.gremium(art=art)
    n.Arbeitsfassung.objects.create(objekt=oben, basis_stand=oben.geaendert_am, bearbeitet_von=konto)
    g.Methode.objects.create(name=f"Methode {nummer}")
    g.Gremienbeziehung.objects.create(von_gremium=unten, art="untergremium", zu_gremium=oben)
    g.Leitung.objects.create(gremium=oben, stelle=stelle)
    g.FruehererName.objects.create(gremium=oben, name="Alter Name")
    g.Gremienbild.objects.create(gremium=oben, bild=bild)
    g.Teilnehmendenart.objects.create(gremium=oben, text="Schulen", organisationsart=traeger.art)
    g.Adressat.objects.create(gremium=oben, text="Land", organisation=verband)
    sitz = fabrik.sitz(oben, entsendende_organisation=traeger)
    mitglied = fabrik.mitgliedschaft(oben, sitz=sitz, stelle=stelle, im_auftrag_von=traeger)
    g.Stellvertretung.objects.create(mitgliedschaft=mitglied, stelle=stelle)
    g.Mandatsvorschlag.objects.create(sitz=sitz, stelle=stelle, vorgeschlagen_am=TAG)
    periode = g.Wahlperiode.objects.create(koerperschaft=verband, name="2026–2031")
    g.Betreuung.objects.create(konto=konto, gremium=oben)
    bericht = g.Bericht.objects.create(
        titel="Bericht", organisation=traeger, verbund=oben, jahr=2026, datum=TAG
    )
    g.Berichtsabschnitt.objects.create(bericht=bericht, text="Text")
    pflicht = g.Berichtspflicht.objects.create(gremium=oben, regel="quartal", wahlperiode=periode)
    g.Pflichtvermerk.objects.create(pflicht=pflicht, bezugstag=TAG, bericht=bericht)
    projekt = g.Projekt.objects.create(titel="Projekt", institut=traeger)
    g.Planfassung.objects.create(projekt=projekt, bezeichnung="Plan", von_jahr=2020, bis_jahr=2024)
    g.Projektbeteiligung.objects.create(projekt=projekt, art="partner", organisation=verband)
    g.Programmbezug.objects.create(projekt=projekt, programm=programm)
    g.Kunde.objects.create(institut=traeger, organisation=verband)
    seite = g.Netzwerkseite.objects.create(gebiet=gebiet)
    g.Netzwerkeintrag.objects.create(seite=seite, gremium=oben)
    return SimpleNamespace(**locals())


def satz():
    """Make one row of every model, with everything that rows of lists show."""
    unten = satz_netzwerk()
    mitte = satz_gremien(unten)
    verband, traeger, stelle, oben, projekt = (
        unten.verband,
        unten.traeger,
        unten.stelle,
        mitte.oben,
        mitte.projekt,
    )
    sitzung = fabrik.sitzung(oben, datum=TAG)
    punkt = s.Tagesordnungspunkt.objects.create(sitzung=sitzung, titel="Bericht", berichterstattung=stelle)
    s.Anwesenheit.objects.create(sitzung=sitzung, mitgliedschaft=mitte.mitglied, status="zugesagt")
    s.Projektberatung.objects.create(projekt=projekt, gremium=oben, sitzung=sitzung)
    vorlage, andere = fabrik.vorlage(verband), fabrik.vorlage(verband)
    s.Pflichterfuellung.objects.create(pflicht=mitte.pflicht, bezugstag=TAG, vorlage=vorlage, sitzung=sitzung)
    s.Vorlagenabschnitt.objects.create(vorlage=vorlage, ueberschrift="Lage")
    s.Vorlagenbezug.objects.create(von_vorlage=andere, art="ergaenzung", zu_vorlage=vorlage)
    s.Beratung.objects.create(
        vorlage=vorlage, gremium=oben, zustaendigkeit="entscheidung", sitzung=sitzung, punkt=punkt
    )
    beschluss = s.Beschluss.objects.create(
        gremium=oben, datum=TAG, wortlaut="Ja.", punkt=punkt, vorlage=vorlage, verantwortlich=traeger
    )
    s.Statusnotiz.objects.create(beschluss=beschluss, datum=TAG, umsetzung="offen", text="begonnen")


@pytest.fixture
def verwalterin():
    return n.Konto.objects.create_superuser("admin@example.org", "geheim-geheim")


@pytest.fixture
def verwaltung(client, verwalterin):
    client.force_login(verwalterin)
    return client


# --- Every page ----------------------------------------------------------------------------------


def test_every_model_has_its_page():
    assert set(EIGENE) - set(admin.site._registry) == set()
    assert NICHT_IN_DER_VERWALTUNG & set(admin.site._registry) == set()


def test_every_page_answers(verwaltung, verwalterin, subtests):
    satz()
    anfrage = SimpleNamespace(user=verwalterin)
    for modell in EIGENE:
        objekt = modell.objects.order_by("pk").last()
        verwalter = admin.site.get_model_admin(modell)
        darf_neu = verwalter.has_add_permission(anfrage)
        darf_weg = verwalter.has_delete_permission(anfrage, objekt)
        seiten = {
            (("changelist",), 200),
            (("change", objekt.pk), 200),
            (("history", objekt.pk), 200),
            (("add",), 200 if darf_neu else 403),
            (("delete", objekt.pk), 200 if darf_weg else 403),
            *((("simple_history", objekt.pk, stand.pk), 200) for stand in objekt.history.all()[:1]),
        }
        for ziel, erwartet in seiten:
            with subtests.test(seite=f"{modell._meta.label} {ziel}"):
                assert verwaltung.get(adresse(modell, *ziel)).status_code == erwartet


def test_every_list_is_searched_without_failing(verwaltung, subtests):
    satz()
    for modell in EIGENE:
        with subtests.test(modell=modell._meta.label):
            antwort = verwaltung.get(adresse(modell, "changelist"), {"q": "ä " * 2500 + '%_\\"('})
            assert antwort.status_code == 200


def test_every_heading_of_a_list_is_given_by_hand(verwaltung, subtests):
    for modell in EIGENE:
        seite = admin.site.get_model_admin(modell)
        namen = {feld.name for feld in modell._meta.get_fields()} | {"__str__"}
        for spalte in set(seite.list_display) - namen:
            with subtests.test(seite=modell._meta.label, spalte=spalte):
                assert hasattr(getattr(seite, spalte, None), "short_description")


def test_lists_speak_german(verwaltung):
    fabrik.gremium()
    text = verwaltung.get(adresse(g.Gremium, "changelist")).text

    assert "Search" not in text
    assert "Pagination" not in text


def test_lists_ask_the_same_number_of_times_for_one_row_and_for_three(verwaltung, subtests):
    def gezaehlt(modell):
        with CaptureQueriesContext(connection) as fragen:
            verwaltung.get(adresse(modell, "changelist"))
        return len(fragen)

    satz()
    # What a process remembers (content types) is asked once.
    vorher = {modell: (gezaehlt(modell), gezaehlt(modell), modell.objects.count())[1:] for modell in EIGENE}
    satz()
    satz()
    for modell, (fragen, anzahl) in vorher.items():
        with subtests.test(modell=modell._meta.label):
            assert modell.objects.count() >= anzahl + 2 or modell in EINMALIG
            assert gezaehlt(modell) == fragen


# --- The frame -----------------------------------------------------------------------------------


def test_the_start_page_groups_by_what_things_are_about(verwaltung):
    gruppen = [gruppe["name"] for gruppe in verwaltung.get(reverse("admin:index")).context["app_list"]]

    assert gruppen == [
        "Organisationen und Personen",
        "Gremien und Mitgliedschaften",
        "Berichte und Projekte",
        "Sitzungen und Vorlagen",
        "Bilder und Dokumente",
        "Wertelisten",
        "Portal und Konten",
    ]


def test_login_leads_to_the_account_and_back(client):
    ziel = adresse(n.Person, "changelist")
    antwort = client.get(ziel, follow=True)

    assert antwort.redirect_chain[-1][0] == f"/konto/login/?next={ziel.replace('/', '%2F')}"


def test_login_leads_to_no_other_host(client, verwalterin):
    fremd = client.get(reverse("admin:login"), {"next": "https://example.com/"})
    client.force_login(verwalterin)

    assert "example.com" not in fremd["Location"]
    assert client.get(reverse("admin:login"), {"next": "//example.com/"})["Location"] == reverse(
        "admin:index"
    )


def test_an_account_without_the_right_is_told_so(client):
    client.force_login(n.Konto.objects.create_user("mitglied@example.org"))

    assert client.get(reverse("admin:index"), follow=True).status_code == 403


# --- Text ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Ein Absatz.\nMit zweiter Zeile.\n\nNoch einer: https://example.org/x?a=1&b=2.",
        "- eins & zwei\n- drei < vier\n\nSchluss.",
        "",
    ],
)
def test_rich_text_comes_back_as_it_was_typed(text):
    assert als_eingabe(formattext(text)) == text


def test_rich_text_that_plain_text_cannot_say_stays_markup():
    markup = formattext("<h3>Ziel</h3><p><strong>wichtig</strong></p>")

    assert als_eingabe(markup) == markup


def test_saving_unchanged_text_changes_nothing(verwaltung):
    thema = n.Thema.objects.create(name="Wohnraum", beschreibung="Erstens.\n\nZweitens.")
    antwort = senden(verwaltung, n.Thema, thema)
    vorher = thema.beschreibung
    thema.refresh_from_db()

    assert (antwort.status_code, thema.beschreibung) == (302, vorher)


# --- Value lists (S0 12) -------------------------------------------------------------------------


def test_a_value_is_renamed_for_all_and_keeps_its_address(verwaltung):
    art = g.Gremienart.objects.create(name="Aktionsrunde")
    gremium = fabrik.gremium(art=art)
    assert senden(verwaltung, g.Gremienart, art, name="Werkstatt", slug="anders").status_code == 302
    art.refresh_from_db()
    gremium.refresh_from_db()

    assert (gremium.art.name, art.slug) == ("Werkstatt", "aktionsrunde")


def test_a_used_value_is_not_deleted_and_tells_who_uses_it(verwaltung):
    art = g.Gremienart.objects.create(name="Aktionsrunde")
    fabrik.gremium("Runde für Sprache", art=art)
    antwort = verwaltung.post(adresse(g.Gremienart, "delete", art.pk), {"post": "yes"})

    assert "wird noch verwendet" in antwort.text
    assert "Runde für Sprache" in antwort.text
    assert g.Gremienart.objects.filter(pk=art.pk).exists()


def test_a_value_used_in_a_list_of_several_is_not_deleted_either(verwaltung):
    thema = n.Thema.objects.create(name="Wohnraum")
    fabrik.gremium("Runde für Sprache").themen.add(thema)
    einzeln = verwaltung.post(adresse(n.Thema, "delete", thema.pk), {"post": "yes"})
    liste = {"action": "delete_selected", "_selected_action": thema.pk, "post": "yes"}
    mehrere = verwaltung.post(adresse(n.Thema, "changelist"), liste)

    assert "Runde für Sprache" in einzeln.text
    assert "Runde für Sprache" in mehrere.text
    assert n.Thema.objects.filter(pk=thema.pk).exists()


def test_an_unused_value_is_deleted(verwaltung):
    thema = n.Thema.objects.create(name="Wohnraum")
    verwaltung.post(adresse(n.Thema, "delete", thema.pk), {"post": "yes"})

    assert not n.Thema.objects.filter(pk=thema.pk).exists()


def test_a_name_twice_in_a_list_is_refused_in_words(verwaltung):
    n.Thema.objects.create(name="Wohnraum")

    assert "Diesen Namen gibt es schon." in meldungen(senden(verwaltung, n.Thema, name="wohnraum"))


# --- The bin -------------------------------------------------------------------------------------


def test_deleting_means_the_bin_and_a_way_back(verwaltung, verwalterin):
    organisation = fabrik.organisation("Klex")
    antwort = verwaltung.post(
        adresse(n.Organisation, "delete", organisation.pk), {"post": "yes"}, follow=True
    )
    organisation.refresh_from_db()
    zurueck = adresse(n.Organisation, "wiederherstellen", organisation.pk)

    assert organisation.geloescht_am is not None
    assert zurueck in antwort.text
    assert "Klex" not in verwaltung.get(adresse(n.Organisation, "changelist")).context["cl"].result_list
    stand = organisation.history.first()
    assert (stand.history_user, stand.history_change_reason) == (verwalterin, "In den Papierkorb gelegt")

    assert verwaltung.get(zurueck).status_code == 200
    organisation.refresh_from_db()
    assert organisation.geloescht_am is not None
    verwaltung.post(zurueck)
    organisation.refresh_from_db()
    assert organisation.geloescht_am is None


def test_the_bin_is_a_view_of_the_list(verwaltung, verwalterin):
    da, weg = fabrik.organisation("Da"), fabrik.organisation("Weg")
    in_den_papierkorb(weg, acting_user=verwalterin)

    def liste(**angaben):
        antwort = verwaltung.get(adresse(n.Organisation, "changelist"), angaben)
        return set(antwort.context["cl"].result_list), set(
            antwort.context["cl"].model_admin.get_actions(antwort.wsgi_request)
        )

    assert liste()[0] == {da}
    assert liste(papierkorb="ja") == ({weg}, {"zurueckholen_auswahl"})
    assert liste(papierkorb="alle")[0] == {da, weg}
    assert "delete_selected" not in liste()[1]


def test_the_bin_takes_and_returns_several(verwaltung, verwalterin):
    eine, andere = fabrik.organisation(), fabrik.organisation()
    auswahl = [eine.pk, andere.pk]
    liste = adresse(n.Organisation, "changelist")
    verwaltung.post(liste, {"action": "weglegen_auswahl", "_selected_action": auswahl})
    assert n.Organisation.objects.im_papierkorb().count() == 2

    verwaltung.post(f"{liste}?papierkorb=ja", {"action": "zurueckholen_auswahl", "_selected_action": auswahl})
    assert n.Organisation.objects.im_papierkorb().count() == 0
    assert eine.history.filter(history_user=verwalterin).count() == 2


def test_what_is_in_the_bin_is_not_offered(verwaltung, verwalterin):
    fabrik.organisation("Sichtbar")
    in_den_papierkorb(fabrik.organisation("Verborgen"), acting_user=verwalterin)
    frage = {"app_label": "netzwerk", "model_name": "stelle", "field_name": "organisation"}
    antwort = verwaltung.get(reverse("admin:autocomplete"), frage)

    assert [treffer["text"] for treffer in antwort.json()["results"]] == ["Sichtbar"]


# --- Publication ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("aktion", "stand"),
    [
        ("veroeffentlichen", "veroeffentlicht"),
        ("zurueckziehen", "zurueckgezogen"),
        ("archivieren", "archiviert"),
    ],
)
def test_publication_actions_leave_history(aktion, stand, verwaltung, verwalterin):
    organisation = n.Organisation.objects.create(name="Klex")
    daten = {"action": aktion, "_selected_action": organisation.pk}
    verwaltung.post(adresse(n.Organisation, "changelist"), daten)
    organisation.refresh_from_db()

    assert organisation.veroeffentlichung == stand
    assert organisation.history.first().history_user == verwalterin
    assert organisation.history.count() == 2


def test_only_publishable_things_offer_publication(verwaltung):
    antwort = verwaltung.get(adresse(n.Person, "changelist"))

    assert "Veröffentlichen" not in antwort.text


# --- History -------------------------------------------------------------------------------------


def test_history_is_readable_and_tells_of_the_rows(verwaltung):
    organisation = fabrik.organisation("Klex")
    n.Stelle.objects.create(bezeichnung="Empfang", organisation=organisation)
    senden(verwaltung, n.Organisation, organisation, veroeffentlichung="archiviert", beschreibung="Neu.")
    seite = verwaltung.get(adresse(n.Organisation, "history", organisation.pk)).text

    assert "veröffentlicht → archiviert" in seite
    assert "– → Neu." in seite
    assert "admin@example.org" in seite
    assert "Stelle: Empfang (Klex)" in seite
    assert "Geändert am" not in seite


def test_an_earlier_state_comes_back(verwaltung):
    organisation = fabrik.organisation("Klex")
    senden(verwaltung, n.Organisation, organisation, name="Klecks")
    stand = organisation.history.last()
    seite = adresse(n.Organisation, "simple_history", organisation.pk, stand.pk)
    antwort = verwaltung.get(seite)
    assert antwort.context["adminform"].form["name"].value() == "Klex"
    tag = date_format(localtime(stand.history_date), "j. F Y")
    assert re.search(rf'value="Stand vom {re.escape(tag)}[^"]* wiederherstellen"', antwort.text)
    assert re.search(rf'aria-current="page">Stand vom {re.escape(tag)}', antwort.text)
    assert "Revert" not in antwort.text

    from tests.verwaltung import eingaben

    verwaltung.post(seite, eingaben(verwaltung.get(seite), stand))
    organisation.refresh_from_db()
    assert organisation.name == "Klex"


# --- People --------------------------------------------------------------------------------------


def test_a_person_s_page_says_when_the_name_is_public(verwaltung):
    person = fabrik.person("Beispiel")

    assert "nur während der Amtszeit" in verwaltung.get(adresse(n.Person, "change", person.pk)).text
    assert "kein Name" in verwaltung.get(adresse(n.Person, "changelist")).text


# --- Images and documents ------------------------------------------------------------------------


def test_an_upload_keeps_only_its_pixels_upright_and_bearable():
    angaben = Image.Exif()
    angaben[0x0112] = 6
    angaben[0x010E] = "GEHEIM"
    neu = bereinigtes_bild(bild_datei(3000, 1500, "JPEG", "foto.JPG", exif=angaben, comment=b"GEHEIM"))
    inhalt = neu.read()
    with Image.open(io.BytesIO(inhalt)) as bild:
        assert bild.size == (SEITE // 2, SEITE)
        assert not bild.getexif()
    assert b"GEHEIM" not in inhalt
    assert neu.name == "bild.jpg"


@pytest.mark.parametrize("art", ["PNG", "WEBP"])
def test_transparency_stays(art):
    ziel = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(ziel, art)
    neu = bereinigtes_bild(SimpleUploadedFile(f"bild.{art.lower()}", ziel.getvalue()))
    with Image.open(neu) as bild:
        assert bild.convert("RGBA").getpixel((0, 0))[3] == 0


def test_a_picture_is_cleaned_when_it_is_stored(verwaltung):
    angaben = Image.Exif()
    angaben[0x010E] = "GEHEIM"
    datei = bild_datei(400, 300, "JPEG", "../../x.jpg", exif=angaben)
    antwort = senden(verwaltung, n.Bild, alternativtext="ein Haus", datei=datei)
    bild = n.Bild.objects.get()

    assert antwort.status_code == 302
    with bild.datei.open() as inhalt:
        assert b"GEHEIM" not in inhalt.read()
    assert bild.datei.name.startswith("bilder/")
    seite = verwaltung.get(adresse(n.Bild, "change", bild.pk)).text
    assert f'href="{bild.get_absolute_url()}"' in seite
    assert f'src="{bild.get_absolute_url()}"' in seite


@pytest.mark.parametrize(
    ("datei", "grund"),
    [
        (lambda: SimpleUploadedFile("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), ""),
        (lambda: SimpleUploadedFile("x.png", b"<html>"), ""),
        (lambda: SimpleUploadedFile("x.png", b""), "leer"),
        (lambda: bild_datei(10, 10, "PNG", "x.jpg"), "Endung"),
        (lambda: bild_datei(10, 10, "GIF", "x.png"), "JPEG, PNG oder WebP"),
        (lambda: SimpleUploadedFile("x.jpg", bild_datei(300, 300, "JPEG", "x.jpg").read()[:900]), ""),
        (lambda: bild_datei(12000, 4000, "PNG", "x.png"), "zu groß"),
    ],
)
def test_a_bad_picture_is_refused_with_the_reason(datei, grund, verwaltung):
    antwort = senden(verwaltung, n.Bild, alternativtext="ein Haus", datei=datei())

    assert antwort.status_code == 200
    assert meldungen(antwort)
    assert grund in meldungen(antwort)
    assert not n.Bild.objects.exists()


def test_the_words_of_a_stored_picture_and_document_are_changed_without_a_new_upload(verwaltung):
    bild = n.Bild.objects.create(alternativtext="ein Haus", datei=bild_datei())
    pdf = SimpleUploadedFile("satzung.pdf", b"%PDF-1.7 Satzung %%EOF")
    dokument = n.Dokument.objects.create(titel="Satzung", datei=pdf)
    dateien = bild.datei.name, dokument.datei.name

    assert senden(verwaltung, n.Bild, bild, alternativtext="ein Turm").status_code == 302
    assert senden(verwaltung, n.Dokument, dokument, titel="Ordnung").status_code == 302
    bild.refresh_from_db()
    dokument.refresh_from_db()
    assert (bild.alternativtext, dokument.titel) == ("ein Turm", "Ordnung")
    assert (bild.datei.name, dokument.datei.name) == dateien


def test_a_folded_part_opens_where_something_was_refused(verwaltung):
    gremium = fabrik.gremium()
    antwort = senden(
        verwaltung,
        g.Gremium,
        gremium,
        oeffentlich_ab_0="01.03.2026",
        oeffentlich_ab_1="10:00",
        oeffentlich_bis_0="01.02.2026",
        oeffentlich_bis_1="10:00",
    )
    offen = {teil.name for teil in antwort.context["adminform"] if not teil.is_collapsible}

    assert antwort.context["adminform"].errors.keys() == {"oeffentlich_bis"}
    assert offen == {None, "Veröffentlichung (2)"}


def test_a_draft_picture_is_shown_to_staff_alone(verwaltung, client):
    bild = n.Bild.objects.create(alternativtext="ein Haus", datei=bild_datei())
    fremdes = bild.get_absolute_url().replace(".", "x.")
    antwort = verwaltung.get(bild.get_absolute_url())
    antwort.getvalue()  # Reads to the end and so closes the file.

    assert (antwort.status_code, antwort["Cache-Control"]) == (200, "private, no-store")
    assert verwaltung.get(fremdes).status_code == 404
    client.force_login(n.Konto.objects.create_user("leserin@example.org"))
    assert client.get(bild.get_absolute_url()).status_code == 404
    client.logout()
    assert client.get(bild.get_absolute_url()).status_code == 404


def test_a_public_picture_is_kept_for_an_hour_for_staff_too(verwaltung):
    bild = n.Bild.objects.create(alternativtext="ein Haus", datei=bild_datei(), **fabrik.OEFFENTLICH)
    antwort = verwaltung.get(bild.get_absolute_url())
    antwort.getvalue()  # Reads to the end and so closes the file.

    assert antwort["Cache-Control"] == "public, max-age=3600"


def test_saving_says_who_can_read_the_entry(verwaltung):
    entwurf, lesbar = fabrik.organisation(veroeffentlichung="entwurf"), fabrik.organisation()
    verborgen = fabrik.organisation(sichtbarkeit="intern")

    def meldung(objekt):
        return verwaltung.get(senden(verwaltung, n.Organisation, objekt, kurzname="K").url).text

    assert "als Entwurf gespeichert, noch nicht öffentlich" in meldung(entwurf)
    link = f'<a href="{lesbar.get_absolute_url()}">Zur öffentlichen Seite</a>'
    assert link in meldung(lesbar)
    assert "Der Eintrag ist nicht öffentlich" in meldung(verborgen)


def test_images_without_rights_are_found(verwaltung):
    ohne = n.Bild.objects.create(alternativtext="a", datei=bild_datei(), urheber="Jemand")
    n.Bild.objects.create(alternativtext="b", datei=bild_datei(), urheber="Jemand", rechte="CC BY 4.0")
    antwort = verwaltung.get(adresse(n.Bild, "changelist"), {"rechte_fehlen": "ja"})

    assert list(antwort.context["cl"].result_list) == [ohne]


def test_an_image_needs_its_text(verwaltung):
    antwort = senden(verwaltung, n.Bild, datei=bild_datei())

    assert antwort.context["adminform"].form.errors.keys() == {"alternativtext"}


def test_a_document_takes_the_name_of_its_file(verwaltung):
    name = "Übersicht\u202e " + "x" * 240 + ".pdf"
    senden(verwaltung, n.Dokument, titel="Plan", datei=SimpleUploadedFile(name, b"%PDF-1.7 %%EOF"))
    dokument = n.Dokument.objects.get()

    assert dokument.dateiname.startswith("Übersicht xxx")
    assert dokument.dateiname.endswith(".pdf")
    assert len(dokument.dateiname) <= 200


def test_a_document_with_nothing_behind_it_warns(verwaltung):
    antwort = senden(verwaltung, n.Dokument, titel="Plan")
    seite = verwaltung.get(antwort["Location"])

    assert "nichts hinterlegt: weder Datei noch Webadresse" in seite.text


# --- Accounts ------------------------------------------------------------------------------------


def test_an_account_is_made_and_shows_no_digest(verwaltung):
    antwort = senden(
        verwaltung,
        n.Konto,
        email="neu@example.org",
        usable_password="true",
        password1="ein langes Wort",
        password2="ein langes Wort",
    )
    konto = n.Konto.objects.get(email="neu@example.org")
    seite = verwaltung.get(antwort["Location"]).text

    assert konto.check_password("ein langes Wort")
    assert konto.password not in seite
    assert "md5" not in seite
    assert reverse("admin:auth_user_password_change", args=[konto.pk]) in seite


def test_an_account_without_a_password_gets_a_link(verwaltung):
    senden(verwaltung, n.Konto, email="neu@example.org", usable_password="false")
    konto = n.Konto.objects.get(email="neu@example.org")
    assert not konto.has_usable_password()

    daten = {"action": "passwort_link_senden", "_selected_action": konto.pk}
    verwaltung.post(adresse(n.Konto, "changelist"), daten)
    assert [brief.to for brief in mail.outbox] == [["neu@example.org"]]


def test_the_same_address_in_other_case_is_refused(verwaltung):
    antwort = senden(verwaltung, n.Konto, email="ADMIN@example.org", usable_password="false")

    assert "gibt es schon ein Konto" in meldungen(antwort)


def test_nobody_deletes_accounts(verwaltung, verwalterin):
    assert verwaltung.post(adresse(n.Konto, "delete", verwalterin.pk), {"post": "yes"}).status_code == 403
    assert "delete_selected" not in verwaltung.get(adresse(n.Konto, "changelist")).text


def test_a_changed_address_closes_the_old_door(verwaltung):
    konto = n.Konto.objects.create_user("alt@example.org", "ein langes Wort")
    EmailAddress.objects.create(user=konto, email="alt@example.org", primary=True, verified=True)
    assert senden(verwaltung, n.Konto, konto, email="neu@example.org").status_code == 302

    assert not EmailAddress.objects.filter(email="alt@example.org").exists()


def test_only_full_administrators_give_rights(client):
    leitung = n.Konto.objects.create_user("leitung@example.org", is_staff=True)
    leitung.user_permissions.set(Permission.objects.filter(content_type__model="konto"))
    client.force_login(leitung)
    assert senden(client, n.Konto, leitung, is_superuser="on", name="Leitung").status_code == 302
    leitung.refresh_from_db()

    assert (leitung.name, leitung.is_superuser) == ("Leitung", False)


# --- Duty pages, drafts --------------------------------------------------------------------------


def test_duty_pages_are_edited_but_neither_come_nor_go(verwaltung):
    seite = n.Seite.objects.get(slug="impressum")

    assert senden(verwaltung, n.Seite, seite, text="Wir.", slug="anders").status_code == 302
    seite.refresh_from_db()
    assert (seite.text, seite.slug) == ("<p>Wir.</p>", "impressum")
    assert verwaltung.get(adresse(n.Seite, "add")).status_code == 403
    assert verwaltung.post(adresse(n.Seite, "delete", seite.pk), {"post": "yes"}).status_code == 403


def test_drafts_are_read_only(verwaltung):
    organisation = fabrik.organisation("Klex")
    fassung = n.Arbeitsfassung.objects.create(objekt=organisation, basis_stand=organisation.geaendert_am)

    assert "Klex" in verwaltung.get(adresse(n.Arbeitsfassung, "changelist")).text
    assert verwaltung.post(adresse(n.Arbeitsfassung, "change", fassung.pk), {}).status_code == 403


# --- Bad input -----------------------------------------------------------------------------------


def test_numbers_that_no_row_can_have(verwaltung, subtests):
    for modell in (n.Organisation, n.Konto, n.Thema, n.Seite, g.Gremienbeziehung, s.Vorlage):
        for nummer in (GROSS, "abc", "-1", "٣", "9" * 19):
            for ziel in ("change", "delete", "history"):
                with subtests.test(modell=modell._meta.label, ziel=ziel, nummer=nummer):
                    antwort = verwaltung.get(adresse(modell, ziel, nummer))
                    assert antwort.status_code in {302, 403, 404}
        assert verwaltung.get(adresse(modell, "simple_history", 1, GROSS)).status_code == 404


@pytest.mark.parametrize(
    "frage",
    [
        {"p": "99999999999"},
        {"p": "-1"},
        {"o": "99.-99.abc"},
        {"papierkorb": "unsinn"},
        {"id__exact": GROSS},
        {"art__id__exact": GROSS},
        {"parent__in": f"{GROSS},1"},
        {"erstellt_am__gte": "2026-02-30"},
        {"geloescht_am__isnull": "abc"},
        {"unsinn": "1"},
        {"e": "1"},
        {"_facets": "1"},
        {"q": "\ud800".encode("utf-8", "surrogatepass")},
        {"q": "\u202eabc"},
    ],
)
def test_bad_parameters_of_lists(frage, verwaltung):
    fabrik.organisation()
    antwort = verwaltung.get(adresse(n.Organisation, "changelist"), frage, follow=True)

    assert antwort.status_code in {200, 400}


def test_nul_is_refused(verwaltung):
    assert verwaltung.get(adresse(n.Organisation, "changelist") + "?q=%00").status_code == 400
    assert senden(verwaltung, n.Thema, name="a\x00b").status_code in {200, 400}
    assert not n.Thema.objects.filter(name__startswith="a", name__endswith="b", name__in=["ab"]).exists()


@pytest.mark.parametrize(
    "datum", ["99999-01-01", "2026-02-30", "0001-01-01", "2026-W10-1", "٣٠.١٠.٢٠٠٧", "01.01.99999"]
)
def test_bad_days_are_refused_or_stored_but_never_break(datum, verwaltung):
    person = fabrik.person()
    antwort = senden(verwaltung, n.Einwilligung, person=person.pk, grundlage="amt", erteilt_am=datum)

    assert antwort.status_code in {200, 302}
    assert verwaltung.get(adresse(n.Einwilligung, "changelist")).status_code == 200


@pytest.mark.parametrize("tag", ["01.01.0001", "31.12.9999", "01.01.99999"])
def test_bad_moments_are_refused_or_stored_but_never_break(tag, verwaltung):
    antwort = senden(
        verwaltung, n.Gebiet, name="Nord", art="stadtteil", oeffentlich_ab_0=tag, oeffentlich_ab_1="00:00"
    )

    assert antwort.status_code in {200, 302}
    assert verwaltung.get(adresse(n.Gebiet, "changelist")).status_code == 200


@pytest.mark.parametrize(
    ("felder", "feld"),
    [
        ({"name": "x" * 300}, "name"),
        ({"name": "\u200b\u202e"}, "name"),
        ({"name": "Nord", "art": "unsinn"}, "art"),
        ({"name": "Nord", "slug": "a b/c"}, "slug"),
        ({"name": "Nord", "slug": "x" * 300}, "slug"),
    ],
)
def test_bad_values_are_refused_beside_their_field(felder, feld, verwaltung):
    antwort = senden(verwaltung, n.Gebiet, **{"art": "stadt", **felder})

    assert antwort.status_code == 200
    assert feld in antwort.context["adminform"].form.errors


@pytest.mark.parametrize("felder", [{"themen": [GROSS]}, {"parent": GROSS}, {"art": GROSS}])
def test_a_relation_to_a_number_that_no_row_can_have(felder, verwaltung):
    """PostgreSQL finds no such row, SQLite cannot even ask."""
    antwort = senden(verwaltung, n.Organisation, name="Klex", **felder)

    assert antwort.status_code in {200, 400}
    assert not n.Organisation.objects.exists()


def test_a_chosen_number_that_no_row_can_have(verwaltung):
    daten = {"action": "veroeffentlichen", "_selected_action": GROSS}

    assert verwaltung.post(adresse(n.Organisation, "changelist"), daten, follow=True).status_code == 200


@pytest.mark.parametrize("frage", [{"term": "\u202e" * 5000}, {"term": "a", "page": GROSS}, {"page": "abc"}])
def test_bad_questions_of_a_search_field(frage, verwaltung):
    grund = {"app_label": "netzwerk", "model_name": "stelle", "field_name": "organisation"}

    assert verwaltung.get(reverse("admin:autocomplete"), grund | frage).status_code in {200, 404}


def test_invisible_characters_do_not_reach_the_table(verwaltung):
    senden(verwaltung, n.Thema, name="Wohn\u202eraum\u00a0 neu\r\n")

    assert n.Thema.objects.filter(name="Wohnraum neu").exists()


# --- Addresses -----------------------------------------------------------------------------------


def test_a_taken_address_takes_the_place():
    erste = fabrik.gremium("Jugendhilfeausschuss")
    assert erste.slug == "jugendhilfeausschuss"

    assert adresse_mit_ort(g.Gremium, "Jugendhilfeausschuss", "Marburg") == "jugendhilfeausschuss-marburg"
    fabrik.gremium("Jugendhilfeausschuss", slug="jugendhilfeausschuss-marburg")
    assert adresse_mit_ort(g.Gremium, "Jugendhilfeausschuss", "Marburg") == "jugendhilfeausschuss-marburg-2"
    assert adresse_mit_ort(g.Gremium, "Jugendhilfeausschuss") == "jugendhilfeausschuss-2"
    assert adresse_mit_ort(g.Gremium, "Runder Tisch", "Marburg") == "runder-tisch"
    assert adresse_mit_ort(g.Gremium, "🙂") == ""
    assert len(adresse_mit_ort(g.Gremium, "Jugendhilfeausschuss", "x" * 200)) <= 100


# --- The words of scripts ------------------------------------------------------------------------


def test_the_hint_about_time_zones_is_german(verwaltung):
    """Django 6.1 has no German for it; its script asks the catalogue for just these words."""
    skript = Path(finders.find("admin/js/admin/DateTimeShortcuts.js")).read_text()
    saetze = re.findall(r'"(Note: [^"]+)" \+\s+"([^"]+)"', skript)
    antwort = verwaltung.get(reverse("admin:jsi18n")).text

    assert len(saetze) == 4
    for anfang, ende in saetze[::2]:
        assert f'"{anfang}{ende}": [' in antwort
    assert "Gemeint ist die Uhrzeit in %(timezone)s. (Ihre Uhr geht %(offset)s Stunden nach.)" in antwort
    assert '"Today (%(date)s)": "Heute (%(date)s)"' in antwort
