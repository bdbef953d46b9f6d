"""A queue for tests: what is due is done at once, what is put off is kept to be looked at."""

from types import SimpleNamespace

from django.tasks.backends.immediate import ImmediateBackend

aufgeschoben = []


class Sofort(ImmediateBackend):
    """Do it now; raise what it raises, unlike Django's."""

    supports_defer = True

    def enqueue(self, task, args, kwargs):
        self.validate_task(task)
        if task.run_after is not None:
            aufgeschoben.append(task)
            return SimpleNamespace(task=task)
        task.call(*args, **kwargs)
        return SimpleNamespace(task=task)
