"""The scripted life of the world: who spends what when, and what the banks then make of it."""
