#!/usr/bin/env python3
"""Seven one-sentence files in seven varieties, with one about families and one about orders beside them, and what each
query should find: the acceptance table on which stock engines find 0 to 2 of 7.

    peers_test.py BIN_FOLDER SOURCE_FOLDER
"""
import pathlib
import subprocess
import sys
import tempfile

ALL = {"ru-old", "ru", "kk", "kk-latn", "kk-arab", "vi", "vi-nfd"}
CONGRESS = {"ru-old", "ru", "kk", "kk-latn", "kk-arab", "vi"}  # съезд, съезі, siezi, سەزى, đại hội
# query -> (files that a correct answer holds, right files that Recoll or Omega finds at best)
QUERIES = {
    "Семипалатинск": (ALL, 0), "семипалатинск": (ALL, 1), "Семей": (ALL, 1), "Semey": (ALL, 2), "Semei": (ALL, 0),
    "съезд": (CONGRESS, 1), "съѣздъ": (CONGRESS, 1), "Букейханов": ({"ru", "kk"}, 0), "sắc lệnh": ({"vi-nfd"}, 1),
    "Alash": (ALL, 2), "Алаш": (ALL, 2), "الاش": (ALL, 1),
    "Семипалатинскъ": (ALL, 0), "Bokeikhanov": ({"ru", "kk"}, 0), "sac lenh": ({"vi-nfd"}, 0), "سەمەي": (ALL, 1),
}
LEAST_BALANCE = 88


def main():
    programs, source = map(pathlib.Path, sys.argv[1:3])
    balance = most = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        database = pathlib.Path(folder) / "seven.db"
        subprocess.run([programs / "izde-index", "-q", "--db", database, source / "tests/cli/data/seven"], check=True)
        for query, (wanted, peers) in QUERIES.items():
            answer = subprocess.run([programs / "izde-search", "--db", database, "--all", "--unit", "document", "--format", "trec", "--", query],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
            found = {line.split()[2].removesuffix(".txt") for line in answer.splitlines()}
            right = len(found & wanted)
            wrong = len(found) - right
            balance += right - wrong
            most += len(wanted)
            ahead = right - wrong > peers or (right == len(wanted) and wrong == 0)
            failed += not ahead
            print(f"{query:16} right {right} of {len(wanted)}, wrong {wrong}, best peer {peers}"
                  f"{'' if ahead else '  BEHIND'}  {'' if found >= wanted else 'missing ' + ' '.join(sorted(wanted - found))}")
    print(f"right minus wrong: {balance} of {most}")
    if failed or balance < LEAST_BALANCE:
        print(f"{failed} queries behind a peer; the balance must be at least {LEAST_BALANCE}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
