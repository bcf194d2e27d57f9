"""Where articles and their records are kept: DuckDB for records, SQLite beside it for full-text search."""
