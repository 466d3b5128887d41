"""The window: thin views over observable models.

Imports core and domain only. Events of the core come in through `bridge`, which also starts every coroutine;
`feed` keeps the models current; views draw what the models say and ask for what the user wants by signals.
"""
