"""Pure functions over strings, the same for every language."""
