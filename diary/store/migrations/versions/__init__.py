"""The steps. A step that was released is never changed again: diaries out there have taken it."""
