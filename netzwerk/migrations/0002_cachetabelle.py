"""Make the table of the cache that all servers share (rate limits)."""

from django.core.management import call_command
from django.db import migrations


def anlegen(apps, schema_editor):
    """Create the table unless it exists."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("netzwerk", "0001_grundbestand")]
    operations = [migrations.RunPython(anlegen, migrations.RunPython.noop)]
