#!/usr/bin/env python3
"""Ends izde-index in the middle, in every way, and checks that what was committed is whole, that the next run goes on, and
that readers never notice; a second writer is refused; a full disk is said.

    crash_test.py BIN_FOLDER SOURCE_FOLDER
"""
import json
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import time

DOCUMENTS = 12000
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)
        print("FAILED:", message)


def write_source(path):
    with open(path, "w", encoding="utf-8") as out:
        for i in range(DOCUMENTS):
            out.write(json.dumps({"id": f"d{i}", "title": f"Документ {i}", "lang": "ru",
                                  "text": f"В городе Семипалатинске состоялся съезд номер {i}, слово{i} и слово{i * 7}. " * 3}, ensure_ascii=False) + "\n")


def start(programs, database, source):
    return subprocess.Popen([programs / "izde-index", "--jobs", "1", "--db", database, source], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def count(programs, database, query="съезд"):
    result = subprocess.run([programs / "izde-search", "--db", database, "--all", "--format", "trec", query], capture_output=True, text=True)
    return len(result.stdout.splitlines()), result


def wait_until_committed(programs, database):
    """Waits for the first commit, not for a time: until a search finds something."""
    for _ in range(3000):
        found, _ = count(programs, database)
        if found:
            return found
        time.sleep(.01)
    sys.exit("nothing was ever committed")


def database_is_sound(database):
    return subprocess.run(["xapian-check", database], capture_output=True).returncode == 0


def kill_and_go_on(programs, folder, source):
    database = folder / "killed.db"
    writer = start(programs, database, source)
    wait_until_committed(programs, database)
    second = subprocess.run([programs / "izde-index", "--db", database, source], capture_output=True, text=True)
    if writer.poll() is None:
        check(second.returncode == 2 and "another izde-index is writing" in second.stderr, f"second writer: {second.returncode} {second.stderr}")
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    found, result = count(programs, database)
    check(found > 0, f"after kill -9 the committed documents are found: {result.stderr}")
    check(database_is_sound(database), "after kill -9 xapian-check finds nothing wrong")
    again = subprocess.run([programs / "izde-index", "--db", database, source], capture_output=True, text=True)
    check(again.returncode == 0 and "unchanged" in again.stdout, f"the next run goes on: {again.stdout}{again.stderr}")
    check(count(programs, database)[0] == DOCUMENTS, "after the next run every document is found once")


def interrupt_and_go_on(programs, folder, source):
    database = folder / "interrupted.db"
    writer = start(programs, database, source)
    wait_until_committed(programs, database)
    writer.send_signal(signal.SIGINT)
    out, err = writer.communicate()
    finished = writer.returncode == 0
    check(finished or (writer.returncode == 2 and "run the same command again" in out), f"Ctrl-C: {writer.returncode} {out} {err}")
    check(database_is_sound(database), "after Ctrl-C xapian-check finds nothing wrong")
    again = subprocess.run([programs / "izde-index", "--db", database, source], capture_output=True, text=True)
    check(again.returncode == 0 and count(programs, database)[0] == DOCUMENTS, "after Ctrl-C the next run completes the index")


def read_while_writing(programs, folder, source):
    database = folder / "busy.db"
    writer = start(programs, database, source)
    wait_until_committed(programs, database)
    searches = 0
    while writer.poll() is None or searches == 0:
        found, result = count(programs, database, "Семипалатинск")
        check(result.returncode == 0 and found > 0, f"a search during a write: {result.returncode} {result.stderr}")
        searches += 1
    writer.communicate()


def fill_the_disk(programs, folder, source):
    """A limit on the size of files is to the program what a full disk is: writing fails in the middle."""
    database = folder / "full.db"
    limit = 2 << 20
    result = subprocess.run([programs / "izde-index", "--db", database, source], capture_output=True, text=True,
                            preexec_fn=lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))))
    check(result.returncode == 2 and "full.db" in result.stderr, f"a full disk: {result.returncode} {result.stderr}")
    again = subprocess.run([programs / "izde-index", "--db", database, source], capture_output=True, text=True)
    check(again.returncode == 0 and count(programs, database)[0] == DOCUMENTS, f"with room again the index is completed: {again.stderr}")


def main():
    programs = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = folder / "source.jsonl"
        write_source(source)
        for step in kill_and_go_on, interrupt_and_go_on, read_while_writing, fill_the_disk:
            step(programs, folder, source)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
