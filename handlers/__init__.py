"""Use cases: what a person or the clock can ask for, one file each.

A *handler* here is an input dataclass and the code that serves it, so that a message, a web form
or the clock can ask for the same thing. What chat libraries call a handler is a *callback* here:
it lives in ``bot/channels`` and only turns an update into an ``Incoming``.
"""
