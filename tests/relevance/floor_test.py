#!/usr/bin/env python3
"""nDCG@10 on corpus/ by language of query and of document may not sink under floor.tsv.

    floor_test.py BIN_FOLDER SOURCE_FOLDER [--print]     # --print: the figures as they are, in the form of floor.tsv
"""
import pathlib
import subprocess
import sys
import tempfile

LANGUAGES = ["vi", "kk", "ru"]


def measure(programs, database, queries, qrels, language):
    out = subprocess.run([programs / "izde-search", "eval", "--db", database, "--queries", queries, "--qrels", qrels,
                          "--unit", "document", *(["--lang", language] if language else [])],
                         check=True, capture_output=True, text=True).stdout
    return float(out.split("nDCG@10 ")[1].split("\t")[0])


def qrels_of(source, folder, language):
    path = pathlib.Path(folder) / f"{language}.qrels"
    lines = (source / "corpus/judgments.qrels").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if line.startswith("#") or line.split()[2].startswith(language + "/")) + "\n")
    return path


def main():
    programs, source = map(pathlib.Path, sys.argv[1:3])
    floors = {}
    for line in (source / "tests/relevance/floor.tsv").read_text().splitlines():
        if line and not line.startswith("#"):
            asked, found, floor = line.split("\t")
            floors[asked, found] = float(floor)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        database = pathlib.Path(folder) / "corpus.db"
        subprocess.run([programs / "izde-index", "-q", "--db", database, source / "corpus"], check=True)
        for asked in LANGUAGES:
            queries = source / f"corpus/queries.{asked}.tsv"
            cells = {"all": (source / "corpus/judgments.qrels", "")} | {found: (qrels_of(source, folder, found), found) for found in LANGUAGES}
            for found, (qrels, language) in cells.items():
                value = measure(programs, database, queries, qrels, language)
                floor = floors.get((asked, found))
                low = floor is None or value < floor
                failed += low
                print(f"{asked}\t{found}\t{value:.3f}" + ("" if "--print" in sys.argv else f"\tfloor {floor}{'  BELOW' if low else ''}"))
    return 0 if "--print" in sys.argv else (1 if failed else 0)


if __name__ == "__main__":
    sys.exit(main())
