"""The search index made anew: rows without their texts, in the order in which they are asked for.

It begins empty; it is filled after the migrations (``suchindex.aufbauen_wenn_leer``).
"""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from netzwerk.lib import volltext


def anlegen(apps: Any, schema_editor: Any) -> None:
    """Make the tables that no model describes."""
    volltext.anlegen(schema_editor)


def entfernen(apps: Any, schema_editor: Any) -> None:
    """Take them away."""
    volltext.entfernen(schema_editor)


class Migration(migrations.Migration):
    """The old tables go, three new ones come, then those of the database's own kind."""

    dependencies = [("netzwerk", "0017_reihenfolgen_der_listen")]

    operations = [
        migrations.RunPython(entfernen, migrations.RunPython.noop),
        migrations.DeleteModel(name="Suchtext"),
        migrations.DeleteModel(name="Suchwort"),
        migrations.CreateModel(
            name="Suchtext",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("nummer", models.BigIntegerField(unique=True)),
                ("art", models.CharField(max_length=20)),
                ("objekt_id", models.BigIntegerField()),
                ("ab", models.DateTimeField()),
                ("bis", models.DateTimeField()),
                ("titel", models.TextField()),
                ("adresse", models.TextField()),
                ("titelworte", models.TextField()),
                ("namenworte", models.TextField()),
                ("merkmale", models.TextField()),
                ("jahr", models.IntegerField(db_index=True, null=True)),
            ],
            options={"verbose_name": "Suchtext", "verbose_name_plural": "Suchtexte"},
        ),
        migrations.CreateModel(
            name="Suchinhalt",
            fields=[
                (
                    "zeile",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="inhalt",
                        serialize=False,
                        to="netzwerk.suchtext",
                    ),
                ),
                ("text", models.TextField()),
            ],
            options={"verbose_name": "Suchinhalt", "verbose_name_plural": "Suchinhalte"},
        ),
        migrations.CreateModel(
            name="Suchwort",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wort", models.CharField(max_length=80, unique=True)),
                ("rueckwaerts", models.CharField(db_index=True, max_length=80)),
                ("anzahl", models.IntegerField(default=0)),
            ],
            options={"verbose_name": "Suchwort", "verbose_name_plural": "Suchwörter"},
        ),
        migrations.RunPython(anlegen, entfernen),
    ]
