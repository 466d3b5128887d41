"""The fault plan: which answers and webhooks go wrong, how, and when."""
