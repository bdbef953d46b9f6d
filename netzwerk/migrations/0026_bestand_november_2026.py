"""Everything up to November 2026 at once: new installations start here, the others have the single steps."""

from django.db import migrations

from netzwerk.lib.migrationen import zusammengefasst

BISHER = (
    "0001_grundbestand",
    "0002_cachetabelle",
    "0003_erste_wertelisten",
    "0004_inhaltsstand",
    "0005_sichtbarkeit_berechnet",
    "0006_hinweise_von_besuchern",
    "0007_inhaltsstand_mit_zeit",
    "0008_hinweise_in_den_pflichtseiten",
    "0009_postausgang",
    "0010_inhaltsstand_mit_index",
    "0011_arbeitsbereich",
    "0012_suchindex",
    "0013_pruefung_der_erklaerung",
    "0014_leichte_sprache_erklaert_mehr",
    "0015_nachfolger_und_fruehere_adressen",
    "0016_zugaenge",
    "0017_reihenfolgen_der_listen",
    "0018_suchindex_schmal",
    "0019_zusammenfuehrungen",
    "0020_zuletzt_geaendert",
    "0021_rueckmeldungen",
    "0022_gueltigkeit_der_dokumente",
    "0023_befunde_zu_links",
    "0024_texte_von_dokumenten",
    "0025_datenschutz_nennt_anmeldungen",
    "0026_gebaerdenvideo",
)


class Migration(migrations.Migration):
    initial = True
    replaces = [("netzwerk", name) for name in BISHER]

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = zusammengefasst("netzwerk", *BISHER)
