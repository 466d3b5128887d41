"""The first run, and the pages on which banks are connected, signed in anew and removed."""
