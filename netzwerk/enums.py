"""Value lists the code itself depends on; lists that only people read are tables."""

from django.db.models import TextChoices


class Veroeffentlichung(TextChoices):
    """State of an entry on its way to the public (DOMAIN c.8)."""

    ENTWURF = "entwurf", "Entwurf"
    ZUR_FREIGABE = "zur_freigabe", "zur Freigabe"
    VEROEFFENTLICHT = "veroeffentlicht", "veröffentlicht"
    ZURUECKGEZOGEN = "zurueckgezogen", "zurückgezogen"
    ARCHIVIERT = "archiviert", "archiviert"


class Sichtbarkeit(TextChoices):
    """For whom an entry is meant."""

    OEFFENTLICH = "oeffentlich", "öffentlich"
    INTERN = "intern", "intern"


class Publikum(TextChoices):
    """For whom a name is asked."""

    OEFFENTLICH = "oeffentlich", "Öffentlichkeit"
    INTERN = "intern", "Mitarbeitende"


class Ebene(TextChoices):
    """The level at which a body or organisation works (DOMAIN a.1)."""

    STADTTEIL = "stadtteil", "Stadtteil"
    STADTBEZIRK = "stadtbezirk", "Stadtbezirk"
    STADT = "stadt", "Stadt/Gemeinde"
    REGION = "region", "Stadt und Landkreis"
    LANDKREIS = "landkreis", "Landkreis"
    UEBERREGIONAL = "ueberregional", "überregional"
    LAND = "land", "Land"
    BUND = "bund", "Bund"
    EU = "eu", "EU"


class Gebietsart(TextChoices):
    """Kind of an area in the tree Stadtteil < Stadtbezirk < Stadt < Kreis < Land."""

    STADTTEIL = "stadtteil", "Stadtteil"
    STADTBEZIRK = "stadtbezirk", "Stadtbezirk"
    STADT = "stadt", "Stadt/Gemeinde"
    KREIS = "kreis", "Kreis"
    LAND = "land", "Land"
    BUND = "bund", "Bund"


class Namensnennung(TextChoices):
    """What the public may read of a person who holds a seat."""

    NAME = "name", "Name"
    NUR_FUNKTION = "nur_funktion", "nur Funktion"
    GAR_NICHT = "gar_nicht", "gar nicht"


class Namensgrundlage(TextChoices):
    """Why a name may be public."""

    EINWILLIGUNG = "einwilligung", "Einwilligung"
    AMT = "amt", "öffentliches Amt"


class Mitgliedsstatus(TextChoices):
    """State of an organisation's membership in a federation."""

    IM_EINTRITT = "im_eintritt", "im Eintritt"
    MITGLIED = "mitglied", "Mitglied"
    AUSGETRETEN = "ausgetreten", "ausgetreten"


class Programmart(TextChoices):
    """What a programme is, so that funding and framing stay apart."""

    FOERDERPROGRAMM = "foerderprogramm", "Förderprogramm"
    INITIATIVE = "initiative", "Initiative"
    KONZEPT = "konzept", "Konzept"


class Dokumentart(TextChoices):
    """Kind of a document (DOMAIN a.10)."""

    EINLADUNG = "einladung", "Einladung"
    TAGESORDNUNG = "tagesordnung", "Tagesordnung"
    NIEDERSCHRIFT = "niederschrift", "Niederschrift"
    BESCHLUSS = "beschluss", "Beschluss"
    VORLAGE = "vorlage", "Vorlage"
    GESCHAEFTSORDNUNG = "geschaeftsordnung", "Geschäftsordnung"
    SATZUNG = "satzung", "Satzung"
    KONZEPT = "konzept", "Konzept"
    PLAN = "plan", "Plan"
    VERTRAG = "vertrag", "Vertrag/Kooperationsvereinbarung"
    STELLUNGNAHME = "stellungnahme", "Stellungnahme"
    BERICHT = "bericht", "Bericht"
    HANDREICHUNG = "handreichung", "Handreichung"
    PRAESENTATION = "praesentation", "Präsentation"
    MITGLIEDERLISTE = "mitgliederliste", "Mitgliederliste"
    VIDEO = "video", "Video"
    SONSTIGES = "sonstiges", "Sonstiges"


class Rolle(TextChoices):
    """Roles of accounts; each is a Django group of this name."""

    MITGLIED = "Mitglied"
    BERICHTERSTATTUNG = "Berichterstattung"
    GREMIENBETREUUNG = "Gremienbetreuung"
    REDAKTION = "Redaktion"
    FREIGABE = "Freigabe"
    ADMIN = "Admin"


class Anliegen(TextChoices):
    """What a visitor wants to tell about a page."""

    ANGABE = "angabe", "Eine Angabe stimmt nicht mehr"
    BARRIERE = "barriere", "Ich stoße auf eine Barriere"
    ANDERES = "anderes", "Etwas anderes"


class Hinweisstand(TextChoices):
    """How far the staff are with a hint."""

    NEU = "neu", "neu"
    IN_ARBEIT = "in_arbeit", "in Arbeit"
    ERLEDIGT = "erledigt", "erledigt"


class Nachrichtenstand(TextChoices):
    """How far a message of the portal has come."""

    WARTET = "wartet", "wartet"
    UNTERWEGS = "unterwegs", "wird gerade übergeben"
    GESENDET = "gesendet", "gesendet"
    GEZEIGT = "gezeigt", "nur gezeigt"
    GESCHEITERT = "gescheitert", "gescheitert"


class Takt(TextChoices):
    """How often an account is told of something."""

    SOFORT = "sofort", "sofort"
    TAEGLICH = "taeglich", "einmal am Tag"
    WOECHENTLICH = "woechentlich", "einmal in der Woche"
    NIE = "nie", "nie"


class Kontostand(TextChoices):
    """What an account is, as the administration sees it."""

    AKTIV = "aktiv", "aktiv"
    EINGELADEN = "eingeladen", "eingeladen"
    ABGELAUFEN = "abgelaufen", "Einladung abgelaufen"
    ZURUECKGEZOGEN = "zurueckgezogen", "Einladung zurückgezogen"
    GESCHLOSSEN = "geschlossen", "geschlossen"


class Zusammenfuehrungsstand(TextChoices):
    """How far a merger of two entries is."""

    AUSGEFUEHRT = "ausgefuehrt", "zusammengeführt"
    ZURUECKGENOMMEN = "zurueckgenommen", "zurückgenommen"


class Linkstand(TextChoices):
    """What is known of a web address that entries name."""

    UNGEPRUEFT = "ungeprueft", "noch nicht geprüft"
    ERREICHBAR = "erreichbar", "erreichbar"
    UMGEZOGEN = "umgezogen", "umgezogen"
    UNKLAR = "unklar", "antwortet gerade nicht"
    TOT = "tot", "führt ins Leere"
