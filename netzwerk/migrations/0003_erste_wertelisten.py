"""Fill the value lists, roles and duty pages that every installation begins with."""

from django.db import migrations

ORGANISATIONSARTEN = """Stadtverwaltung/Fachdienst
Kreisverwaltung
Jugendamt/ASD
Dezernat
Fraktion/Partei
Bundesbehörde
Landesministerium/Landesbehörde
Agentur für Arbeit
Jobcenter
Gesundheitsamt/Kinder- und Jugendärztlicher Dienst
Schule
Schulträger
Schulaufsicht
Kita/Familienzentrum
Einrichtung der Kinder- und Jugendarbeit
freier Träger der Jugendhilfe
Wohlfahrtsverband
Jugendverband/Jugendring
kirchlicher Träger/Religionsgemeinschaft
Migrantenverein
Sprachkursträger
Migrationsberatung
Beratungsstelle
Gleichstellungsbeauftragte
Quartiersmanagement/Stadtteilbüro
Wohnungswirtschaft
Unternehmen
Wissenschaft/Hochschule
Stiftung
Verein/Initiative
Polizei
Justiz
Beirat/Interessenvertretung
Planungsinstitut
Fachstelle
Stadt/Gemeinde
Landkreis""".splitlines()

THEMEN = """Gemeinwesenarbeit
Kinderbetreuung/U3
Ganztag
Offene Kinder- und Jugendarbeit
Jugendsozialarbeit
Hilfen zur Erziehung/Eingliederungshilfe
Prävention
Migration/Integration
Spracherwerb
Wohnen
Frauen und Arbeit
Sozialberatung
Stadtentwicklung/Sozialer Zusammenhalt
Übergang Schule–Beruf
Schule–Jugendhilfe
Generationen/Senioren
Gesundheitsförderung
Kinderschutz
Jugendhilfeplanung
Beteiligung
Internationale Jugendarbeit
Sozialplanung""".splitlines()

ZIELGRUPPEN = """Kinder 0–6
Schulkinder
Kinder und Jugendliche
Jugendliche
Junge Menschen mit Migrationshintergrund
Geflüchtete
Frauen
Familien/Eltern
Senior*innen
Bewohnerschaft
Fachkräfte
Träger""".splitlines()

ROLLEN = ("Mitglied", "Berichterstattung", "Gremienbetreuung", "Redaktion", "Freigabe", "Admin")

SEITEN = {
    "impressum": (
        "Impressum",
        "<p>Wer dieses Portal betreibt und dafür verantwortlich ist, trägt die Verwaltung des Portals an dieser "
        "Stelle ein: Name und Anschrift, Vertretungsberechtigte, Kontakt und, wo nötig, Registereintrag und Aufsicht "
        "(§ 5 Digitale-Dienste-Gesetz, § 18 Medienstaatsvertrag).</p>",
    ),
    "datenschutz": (
        "Datenschutz",
        "<h3>Beim Lesen</h3><p>Die öffentlichen Seiten setzen keine Cookies, speichern nichts in Ihrem Browser und "
        "laden nichts von anderen Servern. Deshalb fragen sie auch nach keiner Einwilligung.</p>"
        "<h3>Beim Anmelden</h3><p>Wer sich anmeldet, erhält ein Cookie für die Sitzung und eines zum Schutz vor "
        "gefälschten Anfragen. Das erste endet mit der Abmeldung, spätestens nach zwölf Stunden, das zweite, wenn Sie den Browser "
        "schließen.</p>"
        "<h3>Namen von Personen</h3><p>Namen erscheinen nur, wenn eine Einwilligung oder ein öffentliches Amt es "
        "erlaubt, und nur während der Amtszeit. Sonst steht die Funktion dort.</p>"
        "<h3>Ihre Rechte</h3><p>Sie haben das Recht auf Auskunft, Berichtigung, Löschung und Einschränkung der "
        "Verarbeitung sowie auf Beschwerde bei der Datenschutzaufsicht Ihres Landes (Art. 15 bis 22, 77 DSGVO).</p>",
    ),
    "barrierefreiheit": (
        "Erklärung zur Barrierefreiheit",
        "<p>Dieses Portal soll alle Menschen erreichen. Maßstab sind die BITV 2.0, EN 301 549 und die WCAG 2.2 in der "
        "Stufe AA.</p><h3>Wie wir prüfen</h3><p>Jede Art von Seite wird bei jeder Änderung mit einem automatischen "
        "Prüfwerkzeug untersucht und mit der Tastatur bedient. Eine Prüfung durch Menschen mit Behinderungen steht "
        "noch aus.</p><h3>Was noch fehlt</h3><p>Dokumente, die andere Stellen erstellt haben, sind nicht in jedem Fall "
        "barrierefrei. Inhalte in Gebärdensprache gibt es noch nicht.</p><h3>Wenn Sie auf eine Barriere stoßen</h3>"
        "<p>Bitte schreiben Sie an die im Impressum genannte Stelle. Kommt von dort keine Hilfe, können Sie sich an "
        "die Durchsetzungsstelle Ihres Landes wenden.</p>",
    ),
    "leichte-sprache": (
        "Leichte Sprache",
        "<p>Hier geht es um Gruppen, die zusammen-arbeiten.</p><p>In den Gruppen treffen sich Menschen aus vielen "
        "Einrichtungen.</p><p>Sie sprechen zum Beispiel über:</p><ul><li>Kinder und Jugendliche</li><li>Familien</li>"
        "<li>das Wohnen in der Stadt</li></ul><p>Sie können hier lesen:</p><ul><li>Welche Gruppen gibt es?</li>"
        "<li>Wer macht mit?</li><li>Wann treffen sie sich?</li><li>Was haben sie entschieden?</li></ul>"
        "<p>Oben auf jeder Seite ist ein Menü.</p><p>Klicken Sie auf ein Wort im Menü.</p><p>Dann sehen Sie mehr "
        "dazu.</p>",
    ),
}


def _liste(modell, namen):
    for position, name in enumerate(namen, start=1):
        modell.objects.create(name=name, position=position)


def fuellen(apps, schema_editor):
    """Make the rows; the migration runs once, so later edits stay."""
    _liste(apps.get_model("netzwerk", "Organisationsart"), ORGANISATIONSARTEN)
    _liste(apps.get_model("netzwerk", "Thema"), THEMEN)
    _liste(apps.get_model("netzwerk", "Zielgruppe"), ZIELGRUPPEN)
    for rolle in ROLLEN:
        apps.get_model("auth", "Group").objects.get_or_create(name=rolle)
    for position, (slug, (titel, text)) in enumerate(SEITEN.items(), start=1):
        apps.get_model("netzwerk", "Seite").objects.create(
            slug=slug, titel=titel, text=text, position=position
        )
    apps.get_model("netzwerk", "Portal").objects.create()


class Migration(migrations.Migration):
    dependencies = [("netzwerk", "0002_cachetabelle"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(fuellen, migrations.RunPython.noop)]
