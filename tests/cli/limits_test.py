#!/usr/bin/env python3
"""What is too large for izde-index, or closed to it: refused with a reason while it streams, the rest of the work goes on.

    limits_test.py BIN_FOLDER SOURCE_FOLDER [--not-measured]     # a sanitizer needs more for a page of tiny paragraphs
"""
import gzip
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

GIGABYTE = 1 << 30
CHUNK = b"a" * (1 << 20)
MOST_MEMORY = 512 << 10  # KiB: what indexing may take, whatever it is fed
NOBODY = 65534
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)
        print("FAILED:", message)


def run(*command, **more):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)


def found(programs, database, query):
    rows = run(programs / "izde-search", "--db", database, "--all", "--format", "trec", query).stdout.splitlines()
    return [row.split()[2] for row in rows]


def a_line_of_a_gigabyte(programs, folder):
    """On standard input, so that no file of that size is written; the line after it is indexed."""
    database = folder / "line.db"
    said = tempfile.TemporaryFile("w+")
    writer = subprocess.Popen([programs / "izde-index", "--db", database, "-"], stdin=subprocess.PIPE, stdout=said, stderr=said)

    def feed():
        try:
            for _ in range(GIGABYTE // len(CHUNK)):
                writer.stdin.write(CHUNK)
            writer.stdin.write('\n{"id":"after","text":"после длинной строки"}\n'.encode())
            writer.stdin.close()
        except BrokenPipeError:
            check(False, "a line of 1 GB: the writer ended before it had read it")

    feeding = threading.Thread(target=feed)
    feeding.start()
    _, status, usage = os.wait4(writer.pid, 0)
    feeding.join()
    said.seek(0)
    text = said.read()
    check(os.waitstatus_to_exitcode(status) == 1, f"a line of 1 GB: one document failed, no more: {status} {text}")
    check("-: not indexed: line 1: longer than 67108864 bytes; left out" in text, f"a line of 1 GB: it is said: {text}")
    check(found(programs, database, "после") == ["after#p1"], "a line of 1 GB: the line after it is found")
    check(usage.ru_maxrss < MOST_MEMORY, f"a line of 1 GB takes {usage.ru_maxrss} KiB of memory")


def a_document_too_large(programs, folder):
    """Over the 64 MiB that --max-size is without being told; as a file, packed, and packed to almost nothing."""
    texts, database = folder / "large", folder / "large.db"
    texts.mkdir()
    words = "съезд в городе и в степи. ".encode()
    text = words * (66 * (1 << 20) // len(words))
    (texts / "large.txt").write_bytes(text)
    (texts / "packed.txt.gz").write_bytes(gzip.compress(text, 1))
    with gzip.open(texts / "bomb.md.gz", "wb", 1) as bomb:
        for _ in range(200):
            bomb.write(CHUNK)
    (texts / "small.txt").write_text("Съезд в Омске.\n", encoding="utf-8")
    result = run(programs / "izde-index", "--db", database, texts)
    for name in "large.txt", "packed.txt.gz", "bomb.md.gz":
        check(f"{name}: not indexed: is larger than 67108864 bytes (unpacked); split it" in result.stderr, f"{name} is refused: {result.stderr}")
    check(result.returncode == 1 and "1 document added" in result.stdout, f"large: {result.returncode} {result.stdout}")
    check(found(programs, database, "съезд") == ["small.txt#p1"], "large: the small one is found, nothing of the others")


def a_page_of_tiny_paragraphs(programs, folder):
    """A parsed tree takes hundreds of bytes for each of them: Markdown is parsed in pieces, HTML has a bound."""
    database = folder / "tiny.db"
    (folder / "tiny.md").write_text("а\n\n" * 2_000_000 + "съезд\n", encoding="utf-8")
    (folder / "tiny.html").write_text("<p>а" * 399_999 + "<p>съезд", encoding="utf-8")
    (folder / "tinier.html").write_text("<p>а" * 400_001, encoding="utf-8")
    said = tempfile.TemporaryFile("w+")
    writer = subprocess.Popen([programs / "izde-index", "--db", database, *(folder / name for name in ("tiny.md", "tiny.html", "tinier.html"))],
                              stdout=said, stderr=said)
    _, status, usage = os.wait4(writer.pid, 0)
    said.seek(0)
    text = said.read()
    check("--not-measured" in sys.argv or usage.ru_maxrss < MOST_MEMORY, f"tiny paragraphs take {usage.ru_maxrss} KiB of memory")
    check("tinier.html: not indexed: has 800002 tags" in text and "divide it" in text, f"too many tags: it is said: {text}")
    check(os.waitstatus_to_exitcode(status) == 1, f"tiny paragraphs: one document failed: {status}")
    ids = found(programs, database, "съезд")
    check(len(ids) == 2, f"tiny paragraphs: the last of each is found: {ids}")


def files_that_may_not_be_read(programs, folder):
    """As an ordinary user: root may read everything, so as root the programs run as nobody."""
    place = folder / "closed"
    texts = place / "texts"
    (texts / "closed").mkdir(parents=True)
    for name in "a.txt", "b.txt", "closed/c.txt":
        (texts / name).write_text(f"Съезд {name}.\n", encoding="utf-8")
    user = {}
    if os.geteuid() == 0:
        user = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        folder.chmod(0o755)
        for path in place, texts, texts / "closed", *texts.rglob("*.txt"):
            shutil.chown(path, NOBODY, NOBODY)
    for name in "izde-index", "izde-search":  # where they were built may be closed to nobody
        shutil.copy(programs / name, place / name)
    (texts / "a.txt").chmod(0)
    (texts / "closed").chmod(0)
    result = run(place / "izde-index", "--db", place / "closed.db", "texts", cwd=place, **user)
    again = run(place / "izde-index", "--db", place / "closed.db", "--prune", "texts", cwd=place, **user)
    (texts / "closed").chmod(0o755)
    check("texts/a.txt: not indexed: Permission denied" in result.stderr, f"a file that may not be read: {result.stderr}")
    check("texts/closed: not indexed: folder cannot be read: Permission denied" in result.stderr,
          f"a folder that may not be read: {result.stderr}")
    check(result.returncode == 1 and "1 document added" in result.stdout, f"closed: {result.returncode} {result.stdout}")
    check(again.returncode == 1 and "1 unchanged" in again.stdout, f"closed, again: {again.returncode} {again.stdout}")
    check(found(programs, place / "closed.db", "съезд") == ["b.txt#p1"], "closed: what may be read is found")
    sealed = place / "sealed"
    sealed.mkdir(0o500)
    if user:
        shutil.chown(sealed, NOBODY, NOBODY)
    result = run(place / "izde-index", "--db", sealed / "new.db", "texts/b.txt", cwd=place, **user)
    check(result.returncode == 2 and "new.db" in result.stderr, f"an index where nothing may be written: {result.returncode} {result.stderr}")


def main():
    programs = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for step in a_line_of_a_gigabyte, a_document_too_large, a_page_of_tiny_paragraphs, files_that_may_not_be_read:
            step(programs, folder)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
