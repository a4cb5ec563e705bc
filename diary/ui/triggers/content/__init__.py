"""What Triggers shows, as plain values."""
