"""The production server: synchronous workers behind nginx, or alone for the demo.

Values that differ between installations come from the environment (README, "Einstellungen").
"""

import gc
import os
import sys
from pathlib import Path
from typing import Any

bind = os.environ.get("BIND", "127.0.0.1:8000")
_workers = os.environ.get("WORKERS", "2")
if not (_workers.isascii() and _workers.isdigit() and int(_workers) > 0):
    sys.exit(f"Fehler in der Einrichtung: WORKERS={_workers!r} ist keine Anzahl von Prozessen.")
workers = int(_workers)
worker_class = "sync"
# Load the portal once, then fork: the workers share its memory and the first answer is quick.
preload_app = True
# A question of 5,000 characters is answered, not refused; nginx takes lines of 8 KB, too.
limit_request_line = 8190
timeout = 60
graceful_timeout = 15
# A worker that leaks is replaced; the jitter keeps two from leaving at once.
max_requests = 5000
max_requests_jitter = 500
# The heartbeat file of a worker must not wait for a disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - only a heartbeat, no content
# The control socket would be made in the home folder, which a service may not have.
control_socket_disable = True
# Whether a proxy is trusted is decided in one place: HINTER_PROXY in the settings.
forwarded_allow_ips = ""


def when_ready(server: Any) -> None:
    """Load the address table before the fork and keep the collector off the shared memory."""
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018 - reading it loads it
    gc.collect()
    gc.freeze()
