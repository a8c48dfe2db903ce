#!/usr/bin/env python3
"""Of the acts told in corpus/, each asked for by body and date alone, enough come first in every language of query.

    acts_test.py BIN_FOLDER SOURCE_FOLDER [--print]     # --print: also each query that fails, with its first three hits
"""
import collections
import csv
import pathlib
import subprocess
import sys
import tempfile

# Least share of the queries whose first hit tells the act: what was measured, rounded down to twentieths.
FLOORS = {"ru": 0.75, "kk": 0.80, "vi": 0.80}
SHOWN = 3


def rows_of(path):
    with path.open(encoding="utf-8") as lines:
        return list(csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def acts_of(source):
    """id -> (query by language, passages that tell the act); every passage must be one of the corpus."""
    known = {row[0] for row in rows_of(source / "corpus/labels.tsv")}
    acts = {}
    for act, *queries, told in rows_of(source / "tests/relevance/acts.tsv"):
        passages = set(told.split(","))
        if passages - known:
            sys.exit(f"acts.tsv, {act}: corpus/ has no {', '.join(sorted(passages - known))}")
        acts[act] = dict(zip(FLOORS, queries, strict=True)), passages
    return acts


def search(programs, database, acts, language, folder):
    """id -> the first passages found by the query of this language, over all of corpus/."""
    queries = pathlib.Path(folder) / f"{language}.tsv"
    queries.write_text("".join(f"{act}\t{asked[language]}\n" for act, (asked, _) in acts.items()), encoding="utf-8")
    out = subprocess.run([programs / "izde-search", "--db", database, "--queries", queries, "-n", str(SHOWN)],
                         check=True, capture_output=True, text=True).stdout
    hits = collections.defaultdict(list)
    for line in out.splitlines():
        act, _, passage = line.split()[:3]
        hits[act].append(passage)
    return hits


def failures(acts, hits):
    return [act for act, (_, passages) in acts.items() if not set(hits[act][:1]) & passages]


def print_failure(act, query, passages, hits):
    print(f"  {act}  {query}")
    for passage in hits:
        print(f"      {'tells' if passage in passages else '     '}  {passage}")


def main():
    programs, source = map(pathlib.Path, sys.argv[1:3])
    acts = acts_of(source)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        database = pathlib.Path(folder) / "corpus.db"
        subprocess.run([programs / "izde-index", "-q", "--db", database, source / "corpus"], check=True)
        for language, floor in FLOORS.items():
            hits = search(programs, database, acts, language, folder)
            missed = failures(acts, hits)
            share = (len(acts) - len(missed)) / len(acts)
            failed += share < floor
            print(f"{language}\t{share:.3f}\tof {len(acts)} acts\tfloor {floor}{'  BELOW' if share < floor else ''}")
            if "--print" in sys.argv:
                for act in missed:
                    print_failure(act, acts[act][0][language], acts[act][1], hits[act])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
