"""The diary's schema from its first version on, one step a file."""
