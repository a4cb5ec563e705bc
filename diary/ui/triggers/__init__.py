"""The screen Triggers and the page of each trigger."""
