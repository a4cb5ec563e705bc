"""Where the diary is kept: SQLite through SQLAlchemy. Nothing outside this room knows either."""
