"""The bank's own truth: what it holds, who may see it, and nothing of how it is sent."""
