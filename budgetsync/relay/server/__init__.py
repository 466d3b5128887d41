"""The relay: takes webhooks, seals them, keeps them until they are acknowledged, and hands them out in order.

It holds no secret of any provider, cannot read what it keeps, and cannot forge what it hands out.
"""
