"""Let staff name who took the place of an entry; old addresses lead on."""

import django.db.models.deletion
from django.db import migrations, models

from netzwerk.lib.migrationen import SpaltenAufEinmal


class Migration(migrations.Migration):
    dependencies = [
        ("gremien", "0005_jahre_in_grenzen"),
    ]

    operations = [
        SpaltenAufEinmal(
            [
                migrations.AddField(
                    model_name="bericht",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ersetzt",
                        to="gremien.bericht",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="gremium",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ersetzt",
                        to="gremien.gremium",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="historicalbericht",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="gremien.bericht",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="historicalgremium",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="gremien.gremium",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="historicalnetzwerkseite",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="gremien.netzwerkseite",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="historicalprojekt",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="gremien.projekt",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="netzwerkseite",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ersetzt",
                        to="gremien.netzwerkseite",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="projekt",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ersetzt",
                        to="gremien.projekt",
                        verbose_name="Nachfolger",
                    ),
                ),
            ]
        ),
    ]
