"""What the operating system gives: folders, the clock, the lock of a data folder."""
