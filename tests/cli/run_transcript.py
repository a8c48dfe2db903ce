#!/usr/bin/env python3
"""Runs a transcript: shell commands and what they must print, in a fresh folder.

    run_transcript.py BIN_FOLDER CORPUS_FOLDER FILE.transcript

    # a comment
    $ izde-search Semey | head -1        a command (bash); the programs are on the PATH, $CORPUS is the corpus
    1. Semey …                           what it prints on stdout and stderr; … stands for any text within a line
    ...                                  any number of lines
    ? 1                                  the exit code, where it is not 0

Times are the only thing that varies in the programs' output; transcripts write them as …
"""
import os
import re
import subprocess
import sys
import tempfile


def parse(path):
    """(line number, command, expected lines, exit code)"""
    steps = []
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if line.startswith("# ") or line == "#" or (not line and not steps):
            continue
        if line.startswith("$ "):
            steps.append([number, line[2:], [], 0])
        elif re.fullmatch(r"\? \d+", line):
            steps[-1][3] = int(line[2:])
        else:
            steps[-1][2].append(line)
    for step in steps:
        while step[2] and not step[2][-1]:
            step[2].pop()
    return steps


def matches(expected, got):
    """Whether the printed lines fit the expected ones."""
    if not expected:
        return not got
    if expected[0] == "...":
        return any(matches(expected[1:], got[i:]) for i in range(len(got) + 1))
    if not got:
        return False
    pattern = ".*".join(re.escape(part) for part in expected[0].split("…"))
    return re.fullmatch(pattern, got[0]) is not None and matches(expected[1:], got[1:])


def main():
    programs, corpus, transcript = sys.argv[1:4]
    environment = dict(os.environ, PATH=programs + os.pathsep + os.environ["PATH"], CORPUS=corpus, LC_ALL="C.UTF-8",
                       TRANSCRIPTS=os.path.dirname(os.path.abspath(transcript)))
    for name in ("IZDE_DB", "NO_COLOR"):
        environment.pop(name, None)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, command, expected, code in parse(transcript):
            result = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
            got = result.stdout.decode("utf-8", "replace").splitlines()
            while got and not got[-1]:
                got.pop()
            if matches(expected, got) and result.returncode == code:
                continue
            failed += 1
            print(f"{transcript}:{number}: $ {command}")
            print(f"  exit code {result.returncode}, expected {code}")
            print("  expected:", *expected, sep="\n    | ")
            print("  got:", *got, sep="\n    | ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
