#!/usr/bin/env python3
"""An index of several segments, some of whose documents were replaced, answers over Xapian's own server as it does on the disk.

    remote_test.py BIN_FOLDER SOURCE_FOLDER
"""
import json
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

QUERIES = ["съезд", "декрет 1918", "id:ru/act-1918-06.md#p1", "kind:decree Алаш", '"Алаш Орда"', "қаулы", "Семипалатинск"]
PATIENCE = 30  # seconds until a server that does not answer is given up


def search(programs, database, query):
    return subprocess.run([programs / "izde-search", "--db", database, "-n", "40", "--format", "json", "--", query],
                          capture_output=True, text=True)


def found(answer):
    """All that is said of the hits, and how many there are; nothing where the search failed."""
    said = json.loads(answer.stdout) if answer.returncode == 0 else {}
    return said.get("hits"), said.get("total")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main():
    programs, corpus = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]) / "corpus"
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(corpus / "ru", folder / "texts" / "ru")
        database = folder / "segments.db"
        index = [programs / "izde-index", "-q", "--db", database, "--commit", "40", folder / "texts"]
        subprocess.run(index, check=True)
        with open(folder / "texts" / "ru" / "act-1918-06.md", "a", encoding="utf-8") as text:
            text.write("\nСъездъ въ Семипалатинскѣ.\n")
        subprocess.run(index, check=True)
        segments = len((database / "XAPIANDB").read_text().splitlines())
        port = free_port()
        server = subprocess.Popen(["xapian-tcpsrv", "--port", str(port), "--interface", "127.0.0.1", database],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            deadline = time.monotonic() + PATIENCE
            while search(programs, f"127.0.0.1:{port}", "съезд").returncode == 2 and time.monotonic() < deadline:
                time.sleep(.1)
            for query in QUERIES:
                here, there = search(programs, database, query), search(programs, f"127.0.0.1:{port}", query)
                if not found(here)[0] or found(here) != found(there):
                    failures += 1
                    print(f"FAILED: {query}: {here.returncode} here, {there.returncode} there: {there.stderr.strip()}")
        finally:
            server.kill()
            server.wait()
        if segments < 2:
            failures += 1
            print(f"FAILED: the index has {segments} segment; the test wants several")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
