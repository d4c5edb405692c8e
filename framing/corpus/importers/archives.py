"""Archives are read in memory, member by member, within limits; nothing is ever unpacked onto the disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from framing.corpus.importers.base import Refused

if TYPE_CHECKING:
    from framing.corpus.importers.source import Source

#: Largest unpacked size of one archive, in bytes.
MAX_SIZE = 4 << 30
#: Largest unpacked size of one member, in bytes.
MAX_MEMBER = 1 << 30
#: A member of more than `RATIO_FROM` bytes may not grow by more than this factor.
MAX_RATIO = 150
RATIO_FROM = 10 << 20
MAX_MEMBERS = 1_000_000


def check(archive: zipfile.ZipFile) -> None:
    """
    Refuse an archive that would not fit, before anything of it is unpacked.

    Raises
    ------
    Refused
        For too many members, a size or a ratio over the limits.
    """
    members = archive.infolist()
    size = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or size > MAX_SIZE:
        raise Refused(f"the archive unpacks to {len(members)} members and {size >> 20} MB, over {MAX_SIZE >> 20} MB; split it")
    for member in members:
        if (problem := too_big(member)) is not None:
            raise Refused(problem)


def too_big(member: zipfile.ZipInfo) -> str | None:
    """Why this member is not unpacked, or None."""
    if member.file_size > MAX_MEMBER:
        return f"{member.filename} unpacks to {member.file_size >> 20} MB, over the limit of {MAX_MEMBER >> 20} MB"
    if member.file_size > RATIO_FROM and member.file_size > MAX_RATIO * max(member.compress_size, 1):
        factor = member.file_size // max(member.compress_size, 1)
        return (
            f"{member.filename} grows {factor} times when unpacked, which no real export does (a zip bomb); it was not unpacked"
        )
    return None


def climbs_out(name: str) -> bool:
    """
    True if a member's name leads out of the folder it would be unpacked into.

    Examples
    --------
    >>> climbs_out("a/b.txt"), climbs_out("../b.txt"), climbs_out("C:\\\\b.txt"), climbs_out("/etc/b.txt")
    (False, True, True, True)
    """
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in path.parts[0] if path.parts else False


def gzip_kind(head: bytes) -> str:
    """ "warc" for a compressed web archive, else "gzip"."""
    try:
        start = zlib.decompressobj(31).decompress(head, 512).lstrip()
    except zlib.error:
        return "gzip"
    return "warc" if start.startswith((b"WARC/", b"filedesc://")) else "gzip"


def members(source: Source) -> Iterator[tuple[str, bytes | str]]:
    """
    Name and content of each member; where it is refused, a text instead of bytes says why.

    Raises
    ------
    Refused
        If the archive as a whole cannot be read.
    """
    if source.container == "gzip":
        yield from _gunzip(source)
        return
    with source.open() as stream, zipfile.ZipFile(stream) as archive:
        check(archive)
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            name = member.filename
            if climbs_out(name):
                yield name, "the member's name leads out of its folder; it was not read (such archives are made on purpose)"
            elif member.is_dir() or PurePosixPath(name).name.startswith(".") or name.startswith("__MACOSX/"):
                continue
            elif member.flag_bits & 1:
                yield name, "the member is protected by a password; unpack it yourself and import the file"
            else:
                try:
                    yield name, archive.read(member)
                except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
                    yield name, f"the member is damaged ({error}); make the archive again"


def _gunzip(source: Source) -> Iterator[tuple[str, bytes | str]]:
    unpack = zlib.decompressobj(31)
    content = bytearray()
    name = source.path.stem
    with source.open() as stream:
        while block := stream.read(1 << 20):
            while block:
                try:
                    content += unpack.decompress(block, RATIO_FROM)
                except zlib.error as error:
                    yield name, f"the file is damaged ({error}); download it again"
                    return
                block = unpack.unconsumed_tail
                if len(content) > MAX_MEMBER or len(content) > max(MAX_RATIO * stream.tell(), RATIO_FROM * 2):
                    yield name, "the file grows beyond the limits when unpacked (a zip bomb?); it was not read"
                    return
            if unpack.eof and unpack.unused_data:
                block = unpack.unused_data
                unpack = zlib.decompressobj(31)
                content += unpack.decompress(block, RATIO_FROM)
    if not unpack.eof:
        yield name, "the file is cut off; download it again"
        return
    yield name, bytes(content)
