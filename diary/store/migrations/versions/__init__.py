"""The steps from each schema to the next.

A step that was released is never changed again: diaries out there have taken it. A new built-in factor is its entry
in the catalogue and a step that inserts its row into ``factor``. A new step comes with a kept diary of its schema in
``tests/data/schemas``. The newest schema is the one whose file has the highest number.
"""
