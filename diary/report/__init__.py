"""The doctor's report: its content as plain values first, then the pages that show it."""
