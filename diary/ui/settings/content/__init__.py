"""What Settings shows, as plain values."""
