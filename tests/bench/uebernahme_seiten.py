"""Pages in several styles, invented, each with what a person would enter from it.

An entry: name, kind, levels (a set of which one must be met; empty: none is said), leaders, captions, and
the name of the body above.
"""

from typing import NamedTuple


class Erwartet(NamedTuple):
    """What a person would enter."""

    name: str
    art: str
    ebenen: tuple[str, ...] = ()
    leitung: tuple[str, ...] = ()
    bilder: tuple[str, ...] = ()
    oben: str = ""


class Seite(NamedTuple):
    """A page and its entries in order."""

    stil: str
    text: str
    erwartet: tuple[Erwartet, ...]


GEKLEBT = Seite(
    "Überschrift klebt am Absatz, Untergremien durch einen Satz",
    """Unsere Vernetzung

Als Träger in Birkenau ist uns der Austausch mit anderen wichtig. Was wir in der Praxis erleben, tragen wir weiter.

Der Diakonische Dachverband Nordtal (unsere Spitzenorganisation) ist ein Dachverband für soziale Dienste. Er berät uns in Rechtsfragen.

LAK (Landesarbeitskreis Schulsozialarbeit) Nordtal
Hier entstehen landesweit abgestimmte Standards für die Arbeit an Schulen.

AG Ankommen
Unter der Leitung des Sozialamtes stimmt die Arbeitsgruppe Sprachkurse und Beratung in Stadt und Landkreis aufeinander ab.

Sozialausschuss
Unser Haus nimmt als beratendes Mitglied teil. Den Vorsitz führt die Sozialdezernentin. Folgende Unterausschüsse begleiten wir regelmäßig:

Fachausschuss Pflege
Der Fachausschuss bereitet Beschlüsse zur Pflege in der Stadt Birkenau vor.

Fachausschuss Wohnen
Der Fachausschuss befasst sich mit Wohnungsnot in der Stadt Birkenau.

 AG 78 Hilfen
Alle freien Träger sprechen hier über Qualität und Entgelte.

AK RAD
Der Arbeitskreis Raum für Dialog vernetzt alle städtischen Begegnungshäuser. Er trifft sich vier Mal im Jahr.
""",
    (
        Erwartet("Diakonischer Dachverband Nordtal", "Dachverband"),
        Erwartet("LAK Schulsozialarbeit Nordtal", "Arbeitskreis", ("land",)),
        Erwartet("AG Ankommen", "Arbeitsgruppe", ("region",), ("Sozialamt",)),
        Erwartet("Sozialausschuss", "Ausschuss", ("stadt",), ("Sozialdezernentin",)),
        Erwartet("Fachausschuss Pflege", "Fachausschuss", ("stadt",), oben="Sozialausschuss"),
        Erwartet("Fachausschuss Wohnen", "Fachausschuss", ("stadt",), oben="Sozialausschuss"),
        Erwartet("AG 78 Hilfen", "AG nach § 78 SGB VIII", ("stadt",)),
        Erwartet("AK RAD", "Arbeitskreis", ("stadt",)),
    ),
)
LOCKER = Seite(
    "Überschrift, Bildunterschrift und Absatz durch Leerzeilen getrennt",
    """Runden im Quartier

Stadtteilkonferenz Hafenviertel

Sommerfest am Kai

Die Stadtteilkonferenz Hafenviertel bringt vierteljährlich alle zusammen, die im Stadtteil arbeiten. Die Moderation hat das Quartiersbüro gemeinsam mit dem Verein Hafenleben.

Netzwerk Gesund im Viertel

Das Netzwerk besteht seit 2016 und plant Angebote zur Bewegung im Stadtteil. Koordiniert wird es vom Gesundheitsamt.

Runder Tisch Nachbarschaft

Treffen des Bündnisses im Rathaus

Unter Trägerschaft der Brücke gGmbH besprechen Hausverwaltungen und Mieterschaft stadtweit, was gutes Wohnen braucht.
""",
    (
        Erwartet(
            "Stadtteilkonferenz Hafenviertel",
            "Konferenz",
            ("stadtteil",),
            ("Quartiersbüro", "Verein Hafenleben"),
            ("Sommerfest am Kai",),
        ),
        Erwartet("Netzwerk Gesund im Viertel", "Netzwerk", ("stadtteil",), ("Gesundheitsamt",)),
        Erwartet(
            "Runder Tisch Nachbarschaft",
            "Runder Tisch",
            ("stadt",),
            ("Brücke gGmbH",),
            ("Treffen des Bündnisses im Rathaus",),
        ),
    ),
)
WEBSEITE = Seite(
    "HTML mit Überschriften, Aufklappern, Bildern und Fettdruck",
    """<html><head><title>x</title></head><body><nav><a href="/">Startseite</a></nav><main>
<h1>Gremien und Netzwerke</h1><p>Hier lesen Sie, wo wir mitarbeiten.</p>
<h2>Auf Landesebene</h2>
<h3>Landesnetzwerk Familienbildung</h3><p>Das Netzwerk tauscht Erfahrungen aus. Geleitet wird es von der Fachstelle Familie.</p>
<figure><img src="a.jpg" alt=""><figcaption>Fachtag der Familienbildung</figcaption></figure>
<h3>Bündnis gegen Kinderarmut</h3><p>Verbände und Initiativen machen auf Armut aufmerksam.</p>
<h4>Aufgaben</h4><ul><li>Stellungnahmen schreiben</li><li>Fachtage planen</li></ul>
<h2>In der Kommune</h2>
<details><summary>Steuerungsgruppe Frühe Hilfen</summary><p>Vorsitz: Jugendamt<br>Turnus: monatlich</p></details>
<p><strong>Beirat für Menschen mit Behinderung</strong><br>Er berät den Stadtrat in allen Fragen der Teilhabe.</p>
<p><b>AK Ganztag:</b> Fachkräfte aus Schulen und Jugendhilfe stimmen sich ab.</p>
</main><footer>Impressum</footer></body></html>""",
    (
        Erwartet(
            "Landesnetzwerk Familienbildung",
            "Netzwerk",
            ("land",),
            ("Fachstelle Familie",),
            ("Fachtag der Familienbildung",),
        ),
        Erwartet("Bündnis gegen Kinderarmut", "Bündnis", ("land",)),
        Erwartet("Steuerungsgruppe Frühe Hilfen", "Steuerungsgruppe", ("stadt",), ("Jugendamt",)),
        Erwartet("Beirat für Menschen mit Behinderung", "Beirat", ("stadt",)),
        Erwartet("AK Ganztag", "Arbeitskreis", ("stadt",)),
    ),
)
LISTE = Seite(
    "Aufzählung mit Gedankenstrich, Gruppen in Großbuchstaben",
    """WO WIR MITARBEITEN

AUF BUNDESEBENE
- Bundesarbeitsgemeinschaft Streetwork – vertritt aufsuchende Arbeit gegenüber der Politik
- Aktionsbündnis Faire Ausbildung – setzt sich für junge Leute ohne Abschluss ein

IM LANDKREIS
- Kreisjugendhilfeausschuss
- Arbeitskreis Suchtprävention – Leitung: Gesundheitsamt
- Runder Tisch Häusliche Gewalt
""",
    (
        Erwartet("Bundesarbeitsgemeinschaft Streetwork", "Bundesarbeitsgemeinschaft", ("bund",)),
        Erwartet("Aktionsbündnis Faire Ausbildung", "Bündnis", ("bund",)),
        Erwartet("Kreisjugendhilfeausschuss", "Ausschuss", ("landkreis",)),
        Erwartet("Arbeitskreis Suchtprävention", "Arbeitskreis", ("landkreis",), ("Gesundheitsamt",)),
        Erwartet("Runder Tisch Häusliche Gewalt", "Runder Tisch", ("landkreis",)),
    ),
)
FLIESSTEXT = Seite(
    "Absätze ohne Überschriften, umbrochene Zeilen",
    """Wir arbeiten mit vielen zusammen und lernen voneinander.

Im Arbeitskreis Offene Ganztagsschule treffen sich Fachkräfte aus der Stadt
Lindenau, um über Qualität zu sprechen. Sie kommen zweimal im Jahr zusam-
men.

Der Runde Tisch Asyl ist ein Zusammenschluss von Ehrenamtlichen und
Beratungsstellen im Landkreis Lindenau. Eingeladen wird von der Caritas.

Die Lenkungsgruppe Bildung steuert landesweit die Vorhaben. Sie tagt unter
dem Vorsitz der Bildungsreferentin.
""",
    (
        Erwartet("Arbeitskreis Offene Ganztagsschule", "Arbeitskreis", ("stadt",)),
        Erwartet("Runder Tisch Asyl", "Runder Tisch", ("landkreis",), ("Caritas",)),
        Erwartet("Lenkungsgruppe Bildung", "Lenkungsgruppe", ("land",), ("Bildungsreferentin",)),
    ),
)
TABELLE = Seite(
    "Tabelle mit Semikolon, Kopf in eigenen Worten",
    """Stand: März;;;;
Nr.;Gremium;Federführung;Reichweite;Worum es geht
1;Präventionskreis Süd;Polizei;Stadtteil;Sicherheit im Viertel
2;"AG Inklusion";Schulamt;Stadt;"Die Arbeitsgemeinschaft plant; sie prüft und berät."
;;;;
3;Forum Ehrenamt;Freiwilligenagentur;Landkreis;Anerkennung für Engagierte
""",
    (
        Erwartet("Präventionskreis Süd", "Sonstiges Gremium", ("stadtteil",), ("Polizei",)),
        Erwartet("AG Inklusion", "Arbeitsgemeinschaft", ("stadt",), ("Schulamt",)),
        Erwartet("Forum Ehrenamt", "Forum", ("landkreis",), ("Freiwilligenagentur",)),
    ),
)
SEITEN = (GEKLEBT, LOCKER, WEBSEITE, LISTE, FLIESSTEXT, TABELLE)
