"""One package for each way data arrives. Each ends in domain values and in errors of our tree."""
