"""Every kind of page, by a name that says why it is here; {…} is filled from the fixture ``orte``."""

OEFFENTLICH = {
    "start": "/",
    "netzwerk": "/netzwerk/",
    "karte": "/netzwerk/karte/",
    "karte um ein Gremium": "/netzwerk/karte/?um=gremium-agte-herne",
    "gremien": "/gremien/",
    "gremien alle": "/gremien/?alle=1",
    "gremium": "/gremien/jugendhilfeausschuss-marburg/",
    "gremium mit Sitzen": "/gremien/stadtbezirkskonferenz-sodingen/",
    "gremium mit Mitgliedern": "/gremien/agte-herne/",
    "gremium und Organisation zugleich": "/gremien/thueringer-arbeitsgemeinschaft-stadtentwicklung/",
    "gremium ruhend": "/gremien/netzwerkrunde-arbeit-mit-gefluechteten/",
    "gremium mit Bild": "/gremien/vernetzungsgruppe-kinder-und-jugendarbeit/",
    "gremium mit Adressaten": "/gremien/buendnis-fuer-soziale-stadt/",
    "organisationen": "/organisationen/",
    "organisation": "/organisationen/ikjg/",
    "organisation mit Einheiten": "/organisationen/stadt-herne/",
    "gebiete": "/gebiete/",
    "gebiet": "/gebiete/marburg/",
    "gebiet mit Netzwerkseite": "/gebiete/jena-lobeda/",
    "themen": "/themen/",
    "thema": "/themen/jugendhilfeplanung/",
    "projekte": "/projekte/",
    "projekt": "/projekte/internationale-jugendarbeit-im-plan/",
    "projekt mit Plänen": "/projekte/foerderplan-ibbenbueren/",
    "berichte": "/berichte/",
    "bericht": "/berichte/kreis-offenbach-2014-q4/",
    "sitzungen": "/sitzungen/",
    "sitzungen vergangen": "/sitzungen/?zeit=vergangen",
    "sitzungen im Monat": "/sitzungen/?monat=2007-10",
    "sitzung": "{sitzung_herne}",
    "sitzung abgesagt": "{sitzung_abgesagt}",
    "sitzung künftig": "{sitzung_kuenftig}",
    "vorlagen": "/vorlagen/",
    "vorlage": "/vorlagen/2007/0590/",
    "impressum": "/impressum/",
    "datenschutz": "/datenschutz/",
    "barrierefreiheit": "/barrierefreiheit/",
    "leichte Sprache": "/leichte-sprache/",
}
# Status these answer with instead of 200.
FEHLER = {
    "400": "/gremien/?ab=kaputt",
    "404": "/gremien/gibt-es-nicht/",
    "410": "/gremien/projektgruppe-sommerkino-erfundenes-beispiel/",
}
KONTO = {
    "anmelden": "/konto/login/",
    "passwort vergessen": "/konto/password/reset/",
    "mail ist unterwegs": "/konto/password/reset/done/",
    "link gilt nicht mehr": "/konto/password/reset/key/1-falsch/",
}
VERWALTUNG = {
    "stil": "/intern/stil/",
    "verwaltung": "/admin/",
    "verwaltung liste": "/admin/gremien/gremium/",
    "verwaltung eintrag": "{gremium_in_der_verwaltung}",
    "passwort ändern": "/konto/password/change/",
    "mein konto": "/konto/",
    "zweiter faktor": "/konto/2fa/",
    "schlüssel": "/konto/2fa/webauthn/",
    "angemeldete geräte": "/konto/anmeldungen/",
    "nachrichten an sie": "/konto/nachrichten/",
    "mein kalender": "/konto/kalender/",
    "schreibtisch": "/intern/",
    "konten": "/intern/konten/",
    "einladen": "/intern/konten/einladen/",
    "wer was darf": "/intern/rechte/",
    "hilfe": "/intern/hilfe/",
    "hinweise": "/intern/hinweise/",
    "postausgang": "/intern/postausgang/",
}
# Shown dark on a phone as well: each uses other components.
HAUPTARTEN = (
    "start",
    "netzwerk",
    "karte",
    "gremien",
    "gremium",
    "gremium mit Sitzen",
    "gremium mit Bild",
    "organisation",
    "gebiet mit Netzwerkseite",
    "projekt",
    "bericht",
    "sitzungen",
    "sitzungen im Monat",
    "sitzung",
    "vorlage",
    "404",
    "anmelden",
)
EBENE_OEFFENTLICH = OEFFENTLICH | FEHLER
OHNE_ANMELDUNG = EBENE_OEFFENTLICH | KONTO


def status(name):
    """Return the status that a page answers with."""
    return int(name) if name in FEHLER else 200
