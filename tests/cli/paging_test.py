#!/usr/bin/env python3
"""Pages never repeat or skip a hit: pages of any size, put together, are the list that --all gives, and scores fall.

    paging_test.py BIN_FOLDER SOURCE_FOLDER
"""
import json
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


def write_scattered(path, count=1000):
    """Many passages with both words of a phrase, a few with the phrase itself, far down the list of candidates."""
    with open(path, "w", encoding="utf-8") as out:
        for i in range(count):
            words = "общий съезд" if i % 100 == 99 else "съезд был общий"
            out.write(json.dumps({"id": f"d{i}", "text": f"{words} для всех областей номер {i}"}, ensure_ascii=False) + "\n")


def check_deep(programs, folder):
    """A phrase is looked for to the end of its candidates, and candidates that all fail are no accident."""
    source, database = folder / "scattered.jsonl", folder / "scattered.db"
    write_scattered(source)
    subprocess.run([programs / "izde-index", "-q", "--db", database, source], check=True)
    failed = 0
    for query, wanted in ('"общий съезд"', 10), ('"съезд общий"', 0), ("съезд", 1000), ('"был общий"', 990):
        found, _ = ids(programs, database, "--all", query)
        page, _ = ids(programs, database, "-n", "20", query)
        if len(found) != wanted or len(page) != min(wanted, 20):
            print(f"{query}: {len(found)} found with --all, {len(page)} on the first page, instead of {wanted}")
            failed += 1
    return failed


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
        failed += check_deep(programs, pathlib.Path(folder))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
