"""The engine: what asks for a sync, who carries it out, and how it is told.

Knows the domain and the store; providers, vault and clock come in through `domain.ports`.
"""
