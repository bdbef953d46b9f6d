"""Fill the kinds of bodies and methods that every installation begins with."""

from django.db import migrations

GREMIENARTEN = """Ausschuss
Unterausschuss
Fachausschuss
Arbeitsgemeinschaft
AG nach § 78 SGB VIII
Arbeitsgruppe
Arbeitskreis
Aktionskreis
Bündnis
Netzwerk
Netzwerkrunde
Vernetzungsgruppe
Lenkungsgruppe
Steuerungsgruppe
Runder Tisch
Forum
Konferenz
Organisationsteam
Landesarbeitsgemeinschaft
Bundesarbeitsgemeinschaft
Dachverband
Verein/Verband
Beirat
Rat/Parlament
Quartiersrat
Projekt-/Begleitgruppe
Sonstiges Gremium""".splitlines()

METHODEN = """World Café
Zukunftswerkstatt
Schülerbefragung
Qualitative Interviews
Befragung von Schlüsselpersonen
Sozialraum- und Lebensweltanalyse
Forum
Moderation""".splitlines()


def fuellen(apps, schema_editor):
    """Make the rows; the migration runs once, so later edits stay."""
    for modell, namen in (("Gremienart", GREMIENARTEN), ("Methode", METHODEN)):
        for position, name in enumerate(namen, start=1):
            apps.get_model("gremien", modell).objects.create(name=name, position=position)


class Migration(migrations.Migration):
    dependencies = [("gremien", "0001_grundbestand"), ("netzwerk", "0003_erste_wertelisten")]
    operations = [migrations.RunPython(fuellen, migrations.RunPython.noop)]
