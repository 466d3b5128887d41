"""Charts drawn by the program itself, each with a table behind it."""
