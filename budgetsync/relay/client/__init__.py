"""Our end of a relay: keys, sessions, the stream or the long poll, what is told of how it stands.

`RelayClient` is cheap to make: what speaks HTTP and what unseals is imported when there is a mailbox, on a thread.
"""

from budgetsync.relay.client.client import RelayClient

__all__ = ["RelayClient"]
