"""What is true in every language."""
