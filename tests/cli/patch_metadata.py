#!/usr/bin/env python3
"""Changes what the newest segment of an index says of itself, as a program of another version or a bad disk would have it.

    patch_metadata.py INDEX OLD NEW      # bytes of one length, each \\xHH as in Python
"""
import pathlib
import sys

index, old, new = pathlib.Path(sys.argv[1]), *(text.encode().decode("unicode_escape").encode("latin-1") for text in sys.argv[2:4])
newest = (index / "XAPIANDB").read_text().splitlines()[0].removeprefix("auto ")
table = index / newest / "postlist.glass"
data = table.read_bytes()
if len(old) != len(new) or data.count(old) != 1:
    sys.exit(f"{table}: {data.count(old)} times {old!r}")
table.write_bytes(data.replace(old, new))
