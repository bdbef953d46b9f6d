"""The search index in the database, with the words in tables of each database's own kind.

It begins empty; ``manage.py suchindex`` fills it with what is there already.
"""

from typing import Any

from django.db import migrations, models

from netzwerk.lib import volltext


def anlegen(apps: Any, schema_editor: Any) -> None:
    """Make the tables that no model describes."""
    volltext.anlegen(schema_editor)


def entfernen(apps: Any, schema_editor: Any) -> None:
    """Take them away."""
    volltext.entfernen(schema_editor)


class Migration(migrations.Migration):
    """Two tables of ours, then those of the database's own kind."""

    dependencies = [("netzwerk", "0011_arbeitsbereich")]

    operations = [
        migrations.CreateModel(
            name="Suchtext",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("art", models.CharField(max_length=20)),
                ("objekt_id", models.BigIntegerField()),
                ("ab", models.DateTimeField()),
                ("bis", models.DateTimeField()),
                ("titel", models.TextField()),
                ("adresse", models.TextField()),
                ("titelworte", models.TextField()),
                ("namenworte", models.TextField()),
                ("merkmale", models.TextField()),
                ("text", models.TextField()),
            ],
            options={"verbose_name": "Suchtext", "verbose_name_plural": "Suchtexte"},
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
                ("anzahl", models.IntegerField(default=0)),
            ],
            options={"verbose_name": "Suchwort", "verbose_name_plural": "Suchwörter"},
        ),
        migrations.RunPython(anlegen, entfernen),
    ]
