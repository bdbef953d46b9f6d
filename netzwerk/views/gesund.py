"""Health for monitoring."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def gesund(request: HttpRequest) -> JsonResponse:
    """Answer 200 if database, storage and migrations are well, else 503; says which, never why."""
    ergebnis = {"datenbank": _datenbank(), "ablage": _ablage(), "migrationen": False}
    if ergebnis["datenbank"]:
        ergebnis["migrationen"] = _migrationen()
    gut = all(ergebnis.values())
    return JsonResponse({"gesund": gut, **ergebnis}, status=200 if gut else 503)


def _datenbank() -> bool:
    """Say whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        return False


def _ablage() -> bool:
    """Say whether files can be stored and removed."""
    try:
        name = default_storage.save("gesund/probe", ContentFile(b""))
        default_storage.delete(name)
    except OSError:
        return False
    return True


def _migrationen() -> bool:
    """Say whether the database has the form the code expects."""
    ausfuehrer = MigrationExecutor(connection)
    return not ausfuehrer.migration_plan(ausfuehrer.loader.graph.leaf_nodes())
