"""Webhooks for a computer that nobody can call: a durable mailbox at a relay that need not be trusted.

`protocol` is what both ends say; `client` is the desktop's end; `server` is the deployable relay; `receiver` takes
webhooks straight from the provider, for those who have a public address.
"""
