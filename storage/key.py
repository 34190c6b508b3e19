"""The secret key that turns person numbers into pseudonyms."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path


def pseudonym_key(database_path: Path) -> bytes:
    """Return the key for pseudonyms: `REGIOMONITOR_KEY`, else the key file beside the database.

    The file is made on first use, readable by its owner only. Without this key the pseudonyms of
    a database can't be linked to new deliveries, so it belongs in the backup, apart from the database.
    """
    stated = os.environ.get("REGIOMONITOR_KEY")
    if stated:
        return stated.encode()
    path = database_path.with_name(database_path.name + ".key")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first
        return path.read_bytes()
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_hex(32).encode())
    return path.read_bytes()


def fingerprint(key: bytes) -> str:
    """Return a short mark of the key that says whether two keys are the same, and nothing else."""
    return hashlib.sha256(b"regiomonitor key fingerprint:" + key).hexdigest()[:16]
