"""Real time in the window: the light, what it says, and the settings' page of it."""
