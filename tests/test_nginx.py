"""The nginx configuration we hand out: understood by nginx, and no private page in its cache."""

import re
import shutil
import subprocess

from tests.bench.nginx import WURZEL, nginx_einstellungen

TEXT = (WURZEL / "deploy" / "nginx.conf").read_text()
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin")


def test_private_pages_pass_by_the_cache():
    eigene = re.search(r"map \$uri \$portal_eigen \{(.*?)\}", TEXT, re.DOTALL)[1]
    muster = re.compile(re.search(r"~(\S+) 1;", eigene)[1])

    assert all(map(muster.search, ("/intern/", "/intern/gremien/", "/konto/login/", "/admin", "/admin/x/")))
    assert not any(map(muster.search, ("/", "/netzwerk/", "/gremien/admin/", "/interne-seite/")))
    for anweisung in ("proxy_cache_bypass", "proxy_no_cache"):
        assert f"{anweisung} $http_cookie $http_authorization $portal_eigen;" in TEXT


def test_only_names_with_a_checksum_are_kept_for_good():
    muster = re.compile(re.search(r'"~(\S+)" "public, max-age=31536000, immutable"', TEXT)[1])

    assert muster.search("/static/css/portal.0123456789ab.css")
    assert not muster.search("/static/css/portal.css")


def test_a_visitor_cannot_say_who_it_is():
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in TEXT
    assert "$proxy_add_x_forwarded_for" not in TEXT
    # Such a line in a location would undo all of those above it.
    assert not re.search(r"location [^}]*proxy_set_header", TEXT)


def test_nginx_understands_it(tmp_path):
    einstellungen = tmp_path / "nginx.conf"
    einstellungen.write_text(nginx_einstellungen(tmp_path, 8101, 8102))
    if NGINX is None:  # it is no part of what the portal needs
        assert einstellungen.read_text().count("{") == einstellungen.read_text().count("}")
        return
    geprueft = subprocess.run(
        [NGINX, "-t", "-c", einstellungen, "-p", tmp_path], capture_output=True, text=True, check=False
    )
    assert geprueft.returncode == 0, geprueft.stderr
