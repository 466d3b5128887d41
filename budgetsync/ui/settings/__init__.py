"""The Settings page: sections of rows, each of which takes effect at once and says so in place."""
