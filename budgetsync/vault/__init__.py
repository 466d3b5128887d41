"""Places for secrets: the system's keyring, a sealed file, or memory for this session only."""
