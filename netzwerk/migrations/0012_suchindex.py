"""The search index in the database; 0018 makes it anew, with the tables of each database's own kind."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two tables."""

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
    ]
