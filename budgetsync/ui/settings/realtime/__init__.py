"""Settings, Real time: pairing with a relay, how news come, and what came of each."""
