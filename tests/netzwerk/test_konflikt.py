"""A form opened before somebody else wrote overwrites nothing unseen, and nothing typed is lost."""

import re
import threading
import time
from datetime import UTC, date, datetime

import pytest
from django import forms
from django.db import connection
from django.test import Client

from gremien.models import Gremium, Leitung, Mitgliedschaft, Teilnehmendenart
from netzwerk.lib import konflikt
from netzwerk.lib.admin import Grundadmin
from netzwerk.models import Konto, Thema
from tests import fabrik
from tests.verwaltung import adresse, eingaben, senden, zeile

pytestmark = pytest.mark.django_db
ZEILEN = "teilnehmende"


@pytest.fixture
def gremium():
    return fabrik.gremium("Runder Tisch", kurztext="Berät.")


@pytest.fixture
def verwaltung(client):
    konto = Konto.objects.create_superuser("admin@example.org", "geheim-geheim", name="Frau Weber")
    client.force_login(konto, backend="django.contrib.auth.backends.ModelBackend")
    return client


def geoeffnet(client, objekt):
    """Return address and fields of a form as a browser has it open."""
    seite = adresse(type(objekt), "change", objekt.pk)
    return seite, eingaben(client.get(seite), type(objekt))


def abweichungen(antwort):
    return [(a.art.name, a.was, a.vorher, a.dort, a.hier) for a in antwort.context["abgleich"].abweichungen]


# --- The fields of the entry ---------------------------------------------------------------------


def test_a_stale_form_is_refused_with_both_versions_and_saved_when_that_is_meant(verwaltung, gremium):
    seite, offen = geoeffnet(verwaltung, gremium)
    senden(verwaltung, Gremium, gremium, kurztext="Berät die Stadt.", ebene="land")

    antwort = verwaltung.post(seite, offen | {"kurztext": "Berät den Kreis."})

    assert antwort.status_code == 409
    assert abweichungen(antwort) == [
        ("BEIDE", "In einem Satz", "Berät.", "Berät die Stadt.", "Berät den Kreis."),
        ("DORT", "Ebene", "–", "Land", "–"),
    ]
    assert "Frau Weber" in re.sub(r"\s+", " ", antwort.text.split("konflikt-tabelle")[0])
    gremium.refresh_from_db()
    assert gremium.kurztext == "Berät die Stadt."

    gezeigt = eingaben(antwort, Gremium)
    assert (gezeigt["kurztext"], gezeigt["ebene"]) == (["Berät den Kreis."], ["land"])
    assert verwaltung.post(seite, gezeigt).status_code == 302
    gremium.refresh_from_db()
    assert (gremium.kurztext, gremium.ebene) == ("Berät den Kreis.", "land")


def test_after_seeing_one_edit_a_third_is_told_of_again(verwaltung, gremium):
    seite, offen = geoeffnet(verwaltung, gremium)
    senden(verwaltung, Gremium, gremium, kurztext="Zweite Fassung")
    gezeigt = eingaben(verwaltung.post(seite, offen | {"kurztext": "Meine Fassung"}), Gremium)
    senden(verwaltung, Gremium, gremium, kurztext="Dritte Fassung")

    antwort = verwaltung.post(seite, gezeigt)

    assert antwort.status_code == 409
    assert abweichungen(antwort) == [
        ("BEIDE", "In einem Satz", "Zweite Fassung", "Dritte Fassung", "Meine Fassung")
    ]


def test_what_both_changed_alike_and_what_the_form_does_not_show_refuses_nothing(verwaltung, gremium):
    seite, offen = geoeffnet(verwaltung, gremium)
    gremium.kurztext = "Gleich"
    gremium.geaendert_am = datetime(2030, 1, 1, tzinfo=UTC)
    gremium.save()

    antwort = verwaltung.post(seite, offen | {"kurztext": " Gleich ", "name": "Neuer Name"})

    assert antwort.status_code == 302
    gremium.refresh_from_db()
    assert (gremium.name, gremium.kurztext) == ("Neuer Name", "Gleich")


def test_topics_of_somebody_else_are_not_taken_away(verwaltung, gremium):
    eines, anderes = Thema.objects.all()[:2]
    seite, offen = geoeffnet(verwaltung, gremium)
    gremium.themen.add(eines)

    antwort = verwaltung.post(seite, offen | {"kurztext": "Neu"})

    assert antwort.status_code == 409
    assert abweichungen(antwort) == [("DORT", "Themen", "–", str(eines), "–")]
    gezeigt = eingaben(antwort, Gremium)
    assert gezeigt["themen"] == [str(eines.pk)]
    verwaltung.post(seite, gezeigt | {"themen": [eines.pk, anderes.pk]})
    assert set(gremium.themen.all()) == {eines, anderes}


@pytest.mark.parametrize("stand", [None, "", "quatsch", "fremd"])
def test_without_a_stamp_of_this_entry_everything_that_differs_is_asked(verwaltung, gremium, stand):
    seite, offen = geoeffnet(verwaltung, gremium)
    if stand == "fremd":
        stand = geoeffnet(verwaltung, fabrik.gremium())[1][konflikt.FELD]
    offen = {name: wert for name, wert in offen.items() if name != konflikt.FELD}
    offen |= {konflikt.FELD: stand} if stand is not None else {}

    antwort = verwaltung.post(seite, offen | {"kurztext": "Anders"})

    assert antwort.status_code == 409
    assert abweichungen(antwort) == [("BEIDE", "In einem Satz", "nicht bekannt", "Berät.", "Anders")]


def test_a_refusal_for_another_reason_keeps_the_stamp_that_guards(verwaltung, gremium):
    seite, offen = geoeffnet(verwaltung, gremium)
    falsch = verwaltung.post(seite, offen | {"name": "", "kurztext": "Meins"})
    assert falsch.status_code == 200
    senden(verwaltung, Gremium, gremium, kurztext="Deins")

    antwort = verwaltung.post(seite, eingaben(falsch, Gremium) | {"name": "Runder Tisch"})

    assert antwort.status_code == 409


def test_what_was_folded_is_open_where_somebody_changed_it(verwaltung, gremium):
    seite, offen = geoeffnet(verwaltung, gremium)
    zu = len(re.findall(r"<details(?! open)", verwaltung.get(seite).text))
    senden(verwaltung, Gremium, gremium, kurzname="RT", **zeile_fuer(verwaltung, gremium, text="Kommunen"))

    antwort = verwaltung.post(seite, offen)

    assert antwort.status_code == 409
    assert len(re.findall(r"<details(?! open)", antwort.text)) < zu
    assert '<input type="text" name="kurzname" value="RT"' in antwort.text


# --- The rows of the entry -----------------------------------------------------------------------


def praefix(modell):
    return next(
        beziehung.get_accessor_name()
        for beziehung in Gremium._meta.related_objects
        if beziehung.related_model is modell and beziehung.field.name == "gremium"
    )


def zeile_fuer(client, gremium, **felder):
    return zeile(client, Gremium, gremium, praefix(Teilnehmendenart), **felder)


def test_a_changed_row_counts_and_what_was_typed_in_another_field_of_it_stays(verwaltung, gremium):
    person = fabrik.person("Sommer")
    mitgliedschaft = fabrik.mitgliedschaft(gremium, person=person, von="2020-01-01")
    seite, offen = geoeffnet(verwaltung, gremium)
    senden(verwaltung, Mitgliedschaft, mitgliedschaft, bis="31.12.2026")
    name = praefix(Mitgliedschaft)

    antwort = verwaltung.post(seite, offen | {f"{name}-0-rolle": "vorsitz"})

    assert antwort.status_code == 409
    [(art, was, vorher, dort, hier)] = abweichungen(antwort)
    assert (art, vorher, dort, hier) == ("DORT", "–", "31.12.2026", "–")
    assert "Sommer" in was
    assert verwaltung.post(seite, eingaben(antwort, Gremium)).status_code == 302
    mitgliedschaft.refresh_from_db()
    assert (str(mitgliedschaft.bis), mitgliedschaft.rolle) == ("2026-12-31", "vorsitz")


def test_a_row_that_somebody_added_is_told_and_stays(verwaltung, gremium):
    seite, offen = geoeffnet(verwaltung, gremium)
    meine = zeile_fuer(verwaltung, gremium, text="Über 20 Kommunen")
    Teilnehmendenart.objects.create(gremium=gremium, text="Verbände", position=1)

    antwort = verwaltung.post(seite, offen | meine)

    assert antwort.status_code == 409
    assert [(a[0], a[3]) for a in abweichungen(antwort)] == [("NEU", "hinzugefügt")]
    assert verwaltung.post(seite, eingaben(antwort, Gremium)).status_code == 302
    texte = Teilnehmendenart.objects.order_by("position").values_list("text", flat=True)
    assert list(texte) == ["Verbände", "Über 20 Kommunen"]


def test_the_same_form_sent_twice_adds_one_row(verwaltung, gremium):
    seite, offen = geoeffnet(verwaltung, gremium)
    gesendet = offen | zeile_fuer(verwaltung, gremium, text="Kommunen") | {"kurztext": "Neu"}

    antworten = [verwaltung.post(seite, gesendet).status_code for _ in range(2)]

    assert antworten == [302, 302]
    assert Teilnehmendenart.objects.get().text == "Kommunen"


def test_what_was_typed_in_a_row_that_somebody_deleted_becomes_a_new_row(verwaltung, gremium):
    erste, zweite = (
        Teilnehmendenart.objects.create(gremium=gremium, text=text, position=nummer)
        for nummer, text in enumerate(("Kommunen", "Verbände"), start=1)
    )
    seite, offen = geoeffnet(verwaltung, gremium)
    erste.delete()
    name = praefix(Teilnehmendenart)

    unberuehrt = verwaltung.post(seite, offen)
    geaendert = verwaltung.post(seite, offen | {f"{name}-0-text": "Über 20 Kommunen"})

    assert [antwort.status_code for antwort in (unberuehrt, geaendert)] == [409, 409]
    assert [a[0] for a in abweichungen(unberuehrt)] == ["WEG"]
    assert [(a[0], a[4]) for a in abweichungen(geaendert)] == [("WEG_GEAENDERT", "Wer: Über 20 Kommunen")]
    assert verwaltung.post(seite, eingaben(geaendert, Gremium)).status_code == 302
    assert {z.text for z in Teilnehmendenart.objects.all()} == {"Verbände", "Über 20 Kommunen"}
    assert Teilnehmendenart.objects.filter(pk=zweite.pk).exists()


def test_a_row_deleted_here_and_changed_there_is_asked_about(verwaltung, gremium):
    art = Teilnehmendenart.objects.create(gremium=gremium, text="Kommunen", position=1)
    seite, offen = geoeffnet(verwaltung, gremium)
    art.text = "Über 20 Kommunen"
    art.save()

    antwort = verwaltung.post(seite, offen | {f"{praefix(Teilnehmendenart)}-0-DELETE": "on"})

    assert antwort.status_code == 409
    assert abweichungen(antwort)[0][3:] == ("Über 20 Kommunen", "Zeile löschen")
    assert verwaltung.post(seite, eingaben(antwort, Gremium)).status_code == 302
    assert not Teilnehmendenart.objects.exists()


def test_rows_of_another_body_stay_refused_though_the_form_is_stale(verwaltung, gremium):
    fremd = Leitung.objects.create(gremium=fabrik.gremium(), organisation=fabrik.organisation(), position=1)
    name = praefix(Leitung)
    Leitung.objects.create(gremium=gremium, organisation=fabrik.organisation(), position=1)
    seite, offen = geoeffnet(verwaltung, gremium)
    Gremium.objects.get(pk=gremium.pk).save()
    gremium.kurztext = "Neu"
    gremium.save()

    antwort = verwaltung.post(seite, offen | {f"{name}-0-id": str(fremd.pk)})

    assert antwort.status_code in {403, 404}


# --- Without the admin ---------------------------------------------------------------------------


class Kurz(forms.ModelForm):
    class Meta:
        model = Gremium
        fields = ("name", "besteht_seit", "art", "themen")


def test_any_form_can_carry_the_stamp(rf, gremium):
    gremium.besteht_seit = date(2010, 1, 1)
    gremium.save()
    felder = {"name": "Runde", "besteht_seit": "2010-01-01", "art": gremium.art_id}
    daten = rf.post("/", felder).POST.copy()
    daten[konflikt.FELD] = konflikt.stempel(gremium, [Kurz(instance=gremium)])

    ruhig = konflikt.abgleichen(gremium, [Kurz(instance=gremium)], daten)
    gremium.besteht_seit = date(2011, 1, 1)
    gremium.save()
    unruhig = konflikt.abgleichen(gremium, [Kurz(instance=gremium)], daten)

    assert ruhig.abweichungen == []
    assert [(a.feld, a.vorher, a.dort) for a in unruhig.abweichungen] == [
        ("Besteht seit", "01.01.2010", "01.01.2011")
    ]
    assert (unruhig.daten["name"], unruhig.daten["besteht_seit"]) == ("Runde", "01.01.2011")
    assert unruhig.daten[konflikt.FELD] == unruhig.stempel != daten[konflikt.FELD]


# --- Two at the same moment ----------------------------------------------------------------------


def zugleich(gremium, *felder):
    """Send two forms, opened before, at the same moment; return the sorted codes of the answers."""
    konten = [Konto.objects.create_superuser(f"{n}@example.org", "geheim-geheim") for n in range(len(felder))]
    start, codes = threading.Barrier(len(felder)), []
    offen = []
    for konto, eigene in zip(konten, felder, strict=True):
        client = Client(headers={"host": "localhost"})
        client.force_login(konto, backend="django.contrib.auth.backends.ModelBackend")
        seite, gezeigt = geoeffnet(client, gremium)
        offen.append((client, seite, gezeigt | eigene))

    def abschicken(client, seite, daten):
        try:
            start.wait(timeout=20)
            codes.append(client.post(seite, daten).status_code)
        finally:
            connection.close()

    faeden = [threading.Thread(target=abschicken, args=einer) for einer in offen]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join(timeout=60)
    return sorted(codes)


@pytest.fixture
def langsam(monkeypatch):
    """Let each writer think between reading and writing, so that both would have read the old state."""
    echt = Grundadmin.schreiben

    def schreiben(self, request, obj):
        time.sleep(0.4)
        echt(self, request, obj)

    monkeypatch.setattr(Grundadmin, "schreiben", schreiben)


def stand(gremium):
    gremium.refresh_from_db()
    return gremium.name, gremium.kurztext


EINE, ANDERE = {"name": "Neuer Name"}, {"kurztext": "Neuer Text"}


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_is_refused_and_no_edit_is_lost(langsam):
    gremium = fabrik.gremium("Alter Name", kurztext="Alter Text")

    assert zugleich(gremium, EINE, ANDERE) == [302, 409]
    assert stand(gremium) in {("Neuer Name", "Alter Text"), ("Alter Name", "Neuer Text")}
    assert gremium.history.count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_race_is_real_without_the_comparison_an_edit_is_lost(langsam, monkeypatch):
    gremium = fabrik.gremium("Alter Name", kurztext="Alter Text")

    def ohne(objekt, formulare, daten, _dateien):
        return konflikt.Abgleich(daten, konflikt.stempel(objekt, formulare))

    monkeypatch.setattr(konflikt, "abgleichen", ohne)

    assert zugleich(gremium, EINE, ANDERE) == [302, 302]
    # Both were told that their edit is saved.
    assert stand(gremium) in {("Neuer Name", "Alter Text"), ("Alter Name", "Neuer Text")}
    assert gremium.history.count() == 3
