"""Statement files brought by hand: chosen or dropped, looked at before, taken in."""
