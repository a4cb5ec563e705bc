"""What Trends shows, as plain values."""
