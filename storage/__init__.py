"""The only folder that knows the engine (DuckDB)."""
