#!/usr/bin/env python3
"""Pages never repeat or skip a hit: pages of any size, put together, are the list that --all gives, in its order, and
scores fall. For passages, folded passages and documents; on corpus/ and on more documents than are scored at once.

    paging_test.py BIN_FOLDER SOURCE_FOLDER
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

QUERIES = ["Semey", "съезд Алаш", "chính phủ tự trị năm 1918", '"Алаш Орда"', "үкімет NEAR/5 Алаш"]
MANY_QUERIES = ["съезд", "степной съезд области", '"общий съезд"', "съезд -степной", "земля*"]
MANY = 500
WAYS = [], ["--fold"], ["--unit", "document"]
SIZES = 7, 50
MANY_SIZES = 47, 120, 400


def ids(programs, database, *arguments):
    out = subprocess.run([programs / "izde-search", "--db", database, "--format", "trec", *arguments],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    rows = [line.split() for line in out.splitlines()]
    return [row[2] for row in rows], [float(row[4]) for row in rows]


def first_difference(pages, whole):
    at = next((i for i, (page, hit) in enumerate(zip(pages, whole)) if page != hit), min(len(pages), len(whole)))
    return f"{len(pages)} hits instead of {len(whole)}, at place {at}: {pages[at:at + 3]} instead of {whole[at:at + 3]}"


def check_pages(programs, database, queries, sizes):
    failed = 0
    for query in queries:
        for way in WAYS:
            whole, scores = ids(programs, database, "--all", *way, query)
            if not whole or len(set(whole)) != len(whole) or any(a <= b for a, b in zip(scores, scores[1:])):
                print(f"{query} {way}: --all gives {len(whole)} hits, repeats one, or scores do not fall")
                failed += 1
            for size in sizes:
                pages = []
                for offset in range(0, len(whole) + size, size):
                    pages += ids(programs, database, "-n", str(size), "--offset", str(offset), *way, query)[0]
                if pages != whole:
                    print(f"{query} {way}: pages of {size} are not the whole list: {first_difference(pages, whole)}")
                    failed += 1
    return failed


def write_many(path):
    """Documents of one to five passages, of unlike lengths, in which the words of the queries are sown by chance."""
    chance = random.Random(1917)
    filler = [f"слово{i}" for i in range(400)]
    with open(path, "w", encoding="utf-8") as out:
        for i in range(MANY):
            paragraphs = []
            for _ in range(chance.randint(1, 5)):
                words = [chance.choice(filler) for _ in range(chance.randint(40, 140))]
                for word, share in ("съезд", .9), ("степной", .3), ("области", .5), ("общий съезд", .4), ("землями", .2), ("земля", .3):
                    if chance.random() < share:
                        words.insert(chance.randrange(len(words)), word)
                paragraphs.append(" ".join(words) + ".")
            title = "Степной съезд" if i % 37 == 0 else f"Бумага {i}"
            out.write(json.dumps({"id": f"d{i}", "title": title, "lang": "ru", "text": "\n\n".join(paragraphs)}, ensure_ascii=False) + "\n")


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
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        corpus, many = folder / "corpus.db", folder / "many.db"
        subprocess.run([programs / "izde-index", "-q", "--db", corpus, source / "corpus"], check=True)
        failed += check_pages(programs, corpus, QUERIES, SIZES)
        write_many(folder / "many.jsonl")
        subprocess.run([programs / "izde-index", "-q", "--db", many, folder / "many.jsonl"], check=True)
        failed += check_pages(programs, many, MANY_QUERIES, MANY_SIZES)
        failed += check_deep(programs, folder)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
