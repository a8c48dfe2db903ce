#!/usr/bin/env python3
"""Every passage of the corpus that mentions Semey or Alash Orda, by reading (corpus/mentions.tsv), against what --all finds:
recall 1.0, precision at least .95, for each name the concept is asked by.

    mentions_test.py BIN_FOLDER SOURCE_FOLDER
"""
import json
import pathlib
import subprocess
import sys
import tempfile

LEAST_PRECISION = .95
ASKED = {"L001": ["Semey", "Семей", "Семипалатинск", "Семипалатинскъ"], "O002": ["Alash Orda", "Алаш-Орда", "Алашорда"]}


def read_mentions(path):
    """concept -> [(document, quote, whether only derived)]"""
    mentions = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        mentions.setdefault(cells[0], []).append((cells[1], cells[2], len(cells) > 3 and cells[3] == "derived"))
    return mentions


def search(programs, database, query):
    out = subprocess.run([programs / "izde-search", "--db", database, "--all", "--format", "jsonl", "--", query],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return {hit["id"]: hit for hit in map(json.loads, out.splitlines())}


def passages_of(mentions, passages):
    """Ids of the passages that hold the quotes: those that must, and those that may be found."""
    must, may, lost = set(), set(), []
    for document, quote, derived in mentions:
        holding = [id for id, text in passages.get(document, {}).items() if quote in text]
        if not holding:
            lost.append((document, quote))
        (may if derived else must).update(holding)
    return must, may - must, lost


def main():
    programs, source = map(pathlib.Path, sys.argv[1:3])
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        database = pathlib.Path(folder) / "corpus.db"
        subprocess.run([programs / "izde-index", "-q", "--db", database, source / "corpus"], check=True)
        passages = {}
        for id, hit in search(programs, database, "lang:vi OR lang:kk OR lang:ru").items():
            passages.setdefault(hit["document"], {})[id] = hit["text"]
        for concept, mentions in read_mentions(source / "corpus/mentions.tsv").items():
            must, may, lost = passages_of(mentions, passages)
            for document, quote in lost:
                print(f"{document}: no passage holds “{quote}”")
                failed += 1
            for query in ASKED[concept]:
                found = set(search(programs, database, query))
                right = found & (must | may)
                recall = len(found & must) / len(must)
                precision = len(right) / max(1, len(found))
                print(f"{query}: {len(found)} found, {len(must)} to find, recall {recall:.3f}, precision {precision:.3f}")
                for id in sorted(must - found):
                    print(f"    missed {id}")
                for id in sorted(found - must - may):
                    print(f"    wrong  {id}")
                failed += recall < 1 or precision < LEAST_PRECISION
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
