"""The search index follows every write and holds nothing that is not public."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from gremien.models import Bericht, Berichtsabschnitt, Gremium
from netzwerk.lib import volltext, volltext_fragen
from netzwerk.lib.dates import jetzt
from netzwerk.models import Gebiet, Organisation, Suchtext, Suchwort, Thema
from netzwerk.suchindex import ARTEN, Suchart, abgelaufene_loeschen, anmelden, gesammelt, neu_aufbauen
from sitzungen.enums import Teil
from sitzungen.models import Tagesordnungspunkt, Vorlagenabschnitt
from tests import fabrik

pytestmark = pytest.mark.django_db
GEHEIM = "Xylophonkonzert"


def inhalt():
    """Return all the index holds, on either database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM netzwerk_suchworte")
        woerter = sorted(str(zeile) for zeile in cursor.fetchall())
    return (
        list(Suchtext.objects.order_by("pk").values_list()),
        sorted(Suchwort.objects.values_list("wort", "anzahl")),
        woerter,
    )


def titel():
    return set(Suchtext.objects.exclude(art__in=("seite", "thema")).values_list("titel", flat=True))


def bericht(von, **felder):
    werte = {"titel": "Rückblick", "organisation": von, "jahr": 2024, "datum": date(2024, 12, 1)}
    return Bericht.objects.create(**werte | fabrik.OEFFENTLICH | felder)


def viele_schreibvorgaenge():
    stadt = Gebiet.objects.create(name="Jena", art="stadt", **fabrik.OEFFENTLICH)
    bildung, kultur = (Thema.objects.create(name=name) for name in ("Bildung", "Kultur"))
    verein, zweiter = fabrik.organisation("Verein Nord"), fabrik.organisation("Verein Süd")
    runde = fabrik.gremium("Runde Nord", beschreibung="<p>Alte Worte hier</p>")
    runde.themen.set([bildung, kultur])
    runde.gebiete.add(stadt)
    runde.beschreibung = "<p>Neue Worte dort</p>"
    runde.save()
    runde.themen.remove(kultur)
    stadt.gremien.clear()
    stadt.gremien.add(runde)
    blatt = bericht(verein, verbund=runde)
    anderes = bericht(zweiter, titel="Ausblick")
    abschnitt = Berichtsabschnitt.objects.create(bericht=blatt, ueberschrift="Lage", text="<p>Sonnig</p>")
    abschnitt.bericht = anderes
    abschnitt.save()
    sitzung = fabrik.sitzung(runde, datum=date(2031, 3, 7), ort="Rathaus")
    Tagesordnungspunkt.objects.create(sitzung=sitzung, titel="Haushalt")
    runde.name = "Runde Nordost"
    runde.save()
    papier = fabrik.vorlage(verein, datum=date(2026, 1, 2))
    Vorlagenabschnitt.objects.create(vorlage=papier, ueberschrift="Kosten", text="<p>Keine</p>").delete()
    zweiter.sichtbarkeit = "intern"
    zweiter.save()
    bildung.delete()
    sitzung.delete()


def test_the_index_after_many_writes_is_the_one_made_anew():
    viele_schreibvorgaenge()
    geschrieben = inhalt()

    neu_aufbauen()

    assert len(geschrieben[0]) > 8
    assert geschrieben == inhalt()


def test_written_at_once_or_together_is_the_same():
    with gesammelt():
        viele_schreibvorgaenge()
        assert titel() == set()
    zusammen = inhalt()

    neu_aufbauen()

    assert zusammen == inhalt()


def lege_an_und_scheitere():
    fabrik.gremium("Runde Nord")
    raise ZeroDivisionError


def test_a_write_that_is_taken_back_leaves_the_index_as_it_was():
    vorher = inhalt()

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        lege_an_und_scheitere()

    assert inhalt() == vorher


def test_what_failed_together_is_forgotten():
    with pytest.raises(ZeroDivisionError), transaction.atomic(), gesammelt():
        lege_an_und_scheitere()

    fabrik.gremium("Runde Süd")

    assert titel() == {"Runde Süd"}


def geheimnisse():
    """Make entries the public may not know, each for another reason, and one it may."""
    zu = {"sichtbarkeit": "intern"}
    fabrik.gremium(f"{GEHEIM} offen", beschreibung=f"<p>{GEHEIM}</p>")
    fabrik.gremium(f"{GEHEIM} intern", **zu)
    fabrik.organisation(f"{GEHEIM} Entwurf", veroeffentlichung="entwurf")
    fabrik.organisation("Korb", beschreibung=GEHEIM, geloescht_am=jetzt())
    fabrik.gremium("Vorbei", beschreibung=GEHEIM, oeffentlich_bis=jetzt() - timedelta(days=1))
    fabrik.gremium("Notiz", notiz_intern=GEHEIM, kontakt_email=f"{GEHEIM}@example.org")
    verborgen, offen = fabrik.gremium("Zu", **zu), fabrik.gremium("Auf")
    for gremium in (verborgen, offen):
        sitzung = fabrik.sitzung(gremium, datum=date(2031, 3, 7), hinweis=f"<p>{GEHEIM}</p>", **zu)
        Tagesordnungspunkt.objects.create(sitzung=sitzung, titel=GEHEIM)
    auf = fabrik.sitzung(offen, datum=date(2031, 3, 7))
    Tagesordnungspunkt.objects.create(sitzung=auf, titel=GEHEIM, teil=Teil.NICHT_OEFFENTLICH)
    fabrik.sitzung(verborgen, datum=date(2031, 3, 7), titel=GEHEIM)
    papier = fabrik.vorlage(fabrik.organisation("Rat", **zu), betreff=GEHEIM)
    Vorlagenabschnitt.objects.create(vorlage=papier, ueberschrift=GEHEIM)
    fabrik.vorlage(fabrik.organisation("Stadt"), betreff=GEHEIM, stand="entwurf")
    blatt = bericht(fabrik.organisation(), verbund=verborgen, titel=GEHEIM)
    Berichtsabschnitt.objects.create(bericht=blatt, text=GEHEIM)


@pytest.mark.parametrize("neu", [False, True], ids=["written", "made anew"])
def test_a_marker_in_anything_internal_is_nowhere_in_the_index(neu):
    geheimnisse()
    if neu:
        neu_aufbauen()
    wort = GEHEIM.casefold()[:10]
    offenes = Suchtext.objects.get(art="gremium", titel=f"{GEHEIM} offen")
    texte, worte, tabelle = inhalt()

    assert [zeile[0] for zeile in texte if wort in str(zeile).casefold()] == [offenes.pk]
    assert [anzahl for w, anzahl in worte if wort in w] == [1]
    assert sum(wort in zeile for zeile in tabelle) == 1

    Gremium.objects.get(name=f"{GEHEIM} offen").delete()

    assert wort not in str(inhalt()).casefold()


def test_what_is_below_comes_and_goes_with_what_is_above():
    verein, runde = fabrik.organisation("Verein"), fabrik.gremium("Runde")
    bericht(verein, verbund=runde)
    Tagesordnungspunkt.objects.create(sitzung=fabrik.sitzung(runde, datum=date(2031, 3, 7)), titel="Haushalt")
    assert titel() == {"Verein", "Runde", "Rückblick", "Haushalt"}

    runde.sichtbarkeit = "intern"
    runde.save()
    assert titel() == {"Verein"}

    runde.sichtbarkeit = "oeffentlich"
    runde.save()
    assert titel() == {"Verein", "Runde", "Rückblick", "Haushalt"}


def test_a_planned_entry_waits_in_the_index_and_is_found_in_its_time():
    ab, bis = jetzt() + timedelta(days=1), jetzt() + timedelta(days=2)
    verein = fabrik.organisation("Verein", oeffentlich_ab=ab, oeffentlich_bis=bis)
    bericht(verein, titel="Klangbericht", oeffentlich_bis=bis + timedelta(days=1))

    def gefunden(wann):
        gruppe = [volltext_fragen.Wortgruppe("klangbericht")]
        return [k.titel for k in volltext_fragen.kandidaten(gruppe, [], wann, 10)]

    assert gefunden(jetzt()) == []
    assert gefunden(ab) == ["Klangbericht"]
    assert gefunden(bis) == []


def test_what_is_over_is_taken_out_once_a_day(capsys):
    gremium = fabrik.gremium("Kurze Runde")
    with connection.cursor() as cursor:
        zeit = connection.ops.adapt_datetimefield_value(jetzt() - timedelta(hours=1))
        cursor.execute("UPDATE netzwerk_suchtext SET bis = %s WHERE titel = %s", [zeit, gremium.name])

    call_command("taeglich")

    assert "Aus der Suche genommen: 1" in capsys.readouterr().out
    assert titel() == set()
    assert not Suchwort.objects.filter(wort="kurz").exists()
    assert abgelaufene_loeschen() == 0


def test_the_command_makes_the_index_anew(capsys):
    fabrik.gremium("Runde")
    volltext.leeren()
    assert titel() == set()

    call_command("suchindex")

    assert titel() == {"Runde"}
    assert f"{Suchtext.objects.count()} Einträge" in capsys.readouterr().out


def test_a_number_of_a_kind_is_given_once():
    art = Suchart(1, "neu", Organisation, "Neu", "Neue", "/", "slug", "name")

    with pytest.raises(ValueError, match="number of its own"):
        anmelden(art)

    assert "neu" not in ARTEN
