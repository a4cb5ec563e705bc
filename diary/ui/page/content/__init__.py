"""Plain values for what several screens show; they know no Flet."""
