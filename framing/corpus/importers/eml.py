"""The export inside an e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.corpus.importers.base import Refused

if TYPE_CHECKING:
    from framing.corpus.importers.source import Source

MAX_MAIL = 512 << 20


def html_part(source: Source) -> str:
    """
    The longest HTML part of a message, however often it was forwarded; text alternatives of the same are left.

    Raises
    ------
    Refused
        If no part is HTML.
    """
    import email
    import email.policy

    with source.open() as stream:
        raw = stream.read(MAX_MAIL + 1)
    if len(raw) > MAX_MAIL:
        raise Refused(f"the message is larger than {MAX_MAIL >> 20} MB; send the export in smaller parts")
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    parts = []
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            charset = part.get_content_charset() or "utf-8"
            if isinstance(content, bytes):
                parts.append(_decoded(content, charset))
    if not parts:
        raise Refused("the e-mail holds no HTML part, so no export can be read from it; save the export itself")
    return max(parts, key=len).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset)
    except (UnicodeDecodeError, LookupError):
        from io import BytesIO

        from framing.corpus.importers.encoding import encoding_of

        return content.decode(encoding_of(BytesIO(content)), "replace")
