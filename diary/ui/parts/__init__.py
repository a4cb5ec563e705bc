"""Small components that several screens share: a value in, an event out."""
