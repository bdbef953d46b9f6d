"""Everything up to November 2026 at once: new installations start here, the others have the single steps."""

from django.db import migrations

from netzwerk.lib.migrationen import zusammengefasst

BISHER = (
    "0001_grundbestand",
    "0002_erste_wertelisten",
    "0003_sichtbarkeit_berechnet",
    "0004_uebernahmen",
    "0005_jahre_in_grenzen",
    "0006_nachfolger_und_fruehere_adressen",
    "0007_mandatsregeln",
    "0008_reihenfolgen_der_listen",
    "0009_zuletzt_geaendert",
    "0010_wunsch_zum_mandat",
    "0011_pflichten_mit_terminen",
)


class Migration(migrations.Migration):
    initial = True
    replaces = [("gremien", name) for name in BISHER]

    dependencies = [
        ("netzwerk", "0026_bestand_november_2026"),
        # Not needed, but each of their steps costs the more the more tables are known already.
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("usersessions", "0001_initial"),
    ]

    operations = zusammengefasst("gremien", *BISHER)
