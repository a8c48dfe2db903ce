#!/usr/bin/env python3
"""Pages never repeat or skip a hit: pages of any size, put together, are the list that --all gives, and scores fall.

    paging_test.py BIN_FOLDER SOURCE_FOLDER
"""
import pathlib
import subprocess
import sys
import tempfile

QUERIES = ["Semey", "съезд Алаш", "chính phủ tự trị năm 1918", '"Алаш Орда"', "үкімет NEAR/5 Алаш"]


def ids(programs, database, *arguments):
    out = subprocess.run([programs / "izde-search", "--db", database, "--format", "trec", *arguments],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    rows = [line.split() for line in out.splitlines()]
    return [row[2] for row in rows], [float(row[4]) for row in rows]


def main():
    programs, source = map(pathlib.Path, sys.argv[1:3])
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        database = pathlib.Path(folder) / "corpus.db"
        subprocess.run([programs / "izde-index", "-q", "--db", database, source / "corpus"], check=True)
        for query in QUERIES:
            for extra in [], ["--fold"]:
                whole, scores = ids(programs, database, "--all", *extra, query)
                if not whole or len(set(whole)) != len(whole) or any(a <= b for a, b in zip(scores, scores[1:])):
                    print(f"{query} {extra}: --all gives {len(whole)} hits, repeats one, or scores do not fall")
                    failed += 1
                for size in 3, 10, 50:
                    pages = []
                    for offset in range(0, len(whole) + size, size):
                        pages += ids(programs, database, "-n", str(size), "--offset", str(offset), *extra, query)[0]
                    if sorted(pages) != sorted(whole) or pages[:50] != whole[:50]:
                        print(f"{query} {extra}: pages of {size} are not the whole list")
                        failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
