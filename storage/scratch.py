"""A throw-away engine in memory, for typing and checking rows before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

import duckdb
import pyarrow as pa


class Scratch:
    """An in-memory database that never writes to disk, so unchecked cells leave no trace.

    Use it as a context manager; everything in it is gone at the end.
    """

    def __init__(self) -> None:
        self._connection = duckdb.connect(":memory:")
        # Without a directory it can't spill: personal data must not reach the disk unchecked.
        self._connection.execute("SET temp_directory = ''")
        self._connection.execute("SET enable_external_access = false")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def register(self, name: str, table: pa.Table) -> None:
        """Make an Arrow table queryable under a name, without a copy."""
        self._connection.register(name, table)

    def execute(self, sql: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Run a statement that returns nothing."""
        self._connection.execute(sql, dict(parameters or {}))

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """Return the result of a query as an Arrow table."""
        return self._connection.sql(sql, params=dict(parameters or {})).to_arrow_table()
