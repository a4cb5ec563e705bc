"""What one open page holds: its session, look, records, drafts and taps."""
