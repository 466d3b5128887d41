"""Values and pure rules: what the words of the house mean.

Standard library only. Nothing here reads a clock, a file, a socket or a random number; whoever calls passes
them in. Every other floor may import this one, and it imports none.
"""
