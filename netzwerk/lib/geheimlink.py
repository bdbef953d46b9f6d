"""Secrets that stand in an address: told once, kept as a digest, so that a stolen backup opens nothing."""

import hashlib
import secrets

# 256 bits: nobody guesses one, so a plain digest is enough.
ZEICHEN_BYTES = 32


def neue_marke() -> str:
    """Return a new secret for an address."""
    return secrets.token_urlsafe(ZEICHEN_BYTES)


def fingerabdruck(marke: str) -> str:
    """Return what is stored of a secret; found again by it, never turned back."""
    return hashlib.sha256(marke.encode("utf-8", "surrogatepass")).hexdigest()
