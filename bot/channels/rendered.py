"""What a channel shows: a text in the person's language, and buttons under it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class RenderedButton:
    """A button as shown: its label, and what it sends back when it is pressed."""

    label: str
    data: str


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """A whole message. It may be longer than a platform takes: the channel cuts it."""

    text: str
    buttons: tuple[tuple[RenderedButton, ...], ...] = ()
