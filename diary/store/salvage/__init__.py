"""What can be read of a damaged diary, brought into a new one.

SQLite gives up a whole table where one page of it is damaged. So the pages are read here as they lie in the file, each
by itself, and a page that cannot be read costs only its own rows.
"""
