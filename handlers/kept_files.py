"""A kept file as an answer of a conversation, which waits there until it is known what it is for."""

from casework.messages import FileKind, KeptFile


def keep(file: KeptFile) -> str:
    """A kept file as an answer."""
    return "|".join((file.kind, file.sha256, str(file.size), file.stored_as, file.media_type))


def kept(answer: str) -> KeptFile:
    """The file that ``keep`` wrote down."""
    kind, sha256, size, stored_as, media_type = answer.split("|", 4)
    return KeptFile(
        kind=FileKind(kind),
        name="",
        media_type=media_type,
        size=int(size),
        sha256=sha256,
        stored_as=stored_as,
    )
