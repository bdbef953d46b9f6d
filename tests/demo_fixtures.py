"""All demo data for a test: ``demo`` loads it for one test, ``demo_des_moduls`` once for a file of tests."""

import pytest
from django.core.files.storage import InMemoryStorage, default_storage
from django.db import transaction

from netzwerk.demo.lader import Demolader
from sitzungen.demo import alles_laden


@pytest.fixture
def demo(db):
    """Load all demo data for one test; return its rows by key."""
    alles_laden()
    return Demolader()


@pytest.fixture(scope="module")
def demo_des_moduls(django_db_setup, django_db_blocker):
    """Load all demo data once for the tests of a module, which must use ``db``; return its rows by key."""
    with pytest.MonkeyPatch.context() as patch:
        # Media folders belong to single tests; these files live as long as the module.
        patch.setattr(default_storage, "_wrapped", InMemoryStorage())
        with django_db_blocker.unblock(), transaction.atomic():
            alles_laden()
            yield Demolader()
            transaction.set_rollback(True)
