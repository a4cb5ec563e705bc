"""The screens. They hold no rules: values come from the book, acts go to the book."""
