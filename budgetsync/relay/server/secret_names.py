"""Names that are secrets: drawn here, and kept as digests only."""

from hashlib import sha256

from budgetsync.relay.protocol import to_text
from budgetsync.relay.server.database import Desk


def draw(desk: Desk, size: int = 16) -> str:
    """Draw a name that nobody can guess: 128 bits by default."""
    return to_text(desk.randomness(size))


def digest_of(secret: str) -> str:
    """Give what is kept in place of a secret that has 128 bits or more, and so needs no salt."""
    return sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
