#!/usr/bin/env python3
"""Ends izde-index in the middle, in every way, and checks that what was committed is whole, that the next run goes on, and
that readers never notice; a second writer is refused; a full disk is said.

The documents come through a pipe that the test holds open: the writer cannot finish before the test is done with it.

    crash_test.py BIN_FOLDER SOURCE_FOLDER
"""
import json
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time

DOCUMENTS = 12000
FIRST = 6000       # enough for the first commit, which comes after some 5000 passages, and not for the second
PATIENCE = 60      # seconds until a test that would wait for ever gives up
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)
        print("FAILED:", message)


def line(i):
    return json.dumps({"id": f"d{i}", "title": f"Документ {i}", "lang": "ru",
                       "text": f"В городе Семипалатинске состоялся съезд номер {i}, слово{i} и слово{i * 7}. " * 3}, ensure_ascii=False) + "\n"


class Writer:
    """An izde-index that reads JSONL from this test and does not come to its end."""

    def __init__(self, programs, database):
        self.said = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([programs / "izde-index", "--jobs", "1", "--commit", "5000", "--db", database, "-"], stdin=subprocess.PIPE,
                                        stdout=self.said, stderr=self.said, text=True)

    def feed(self, first, last):
        for i in range(first, last):
            self.process.stdin.write(line(i))
        self.process.stdin.flush()

    def is_alive(self):
        return self.process.poll() is None

    def ended(self):
        """Exit code and what was said, of a writer that has been told to end."""
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = f"still running after {PATIENCE} s"
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.said.seek(0)
        return code, self.said.read()


def run_again(programs, database, source):
    """All documents, to the end: exit code, how many were there already, what was said."""
    with open(source, "rb") as lines:
        result = subprocess.run([programs / "izde-index", "--db", database, "-"], stdin=lines, capture_output=True, text=True)
    unchanged = re.search(r"(\d+) unchanged", result.stdout)
    return result.returncode, int(unchanged.group(1)) if unchanged else -1, result.stdout + result.stderr


def count(programs, database, query="съезд"):
    result = subprocess.run([programs / "izde-search", "--db", database, "--all", "--format", "trec", query], capture_output=True, text=True)
    return len(result.stdout.splitlines()), result


def wait_until_committed(programs, database, more_than=0):
    """Waits for a commit, not for a time: until a search finds something, or something more."""
    for _ in range(PATIENCE * 20):
        found, _ = count(programs, database)
        if found > more_than:
            return found
        time.sleep(.05)
    sys.exit("nothing was ever committed")


def begin(programs, database):
    """A writer that is alive, has committed, and holds uncommitted documents."""
    writer = Writer(programs, database)
    writer.feed(0, FIRST)
    found = wait_until_committed(programs, database)
    check(writer.is_alive() and found < FIRST, f"{database.name}: the writer is in the middle, {found} documents are committed")
    return writer, found


def database_is_sound(database):
    segments = [database / line.removeprefix("auto ") for line in (database / "XAPIANDB").read_text().splitlines()]
    return bool(segments) and all(subprocess.run(["xapian-check", segment], capture_output=True).returncode == 0 for segment in segments)


def go_on(programs, database, source, committed):
    code, unchanged, said = run_again(programs, database, source)
    check(code == 0 and unchanged == committed, f"{database.name}: the next run goes on after {committed} documents: {code} {said}")
    check(count(programs, database)[0] == DOCUMENTS, f"{database.name}: after the next run every document is found once")


def kill_and_go_on(programs, folder, source):
    database = folder / "killed.db"
    writer, _ = begin(programs, database)
    second = subprocess.run([programs / "izde-index", "--db", database, source], capture_output=True, text=True)
    check(second.returncode == 2 and "another izde-index is writing" in second.stderr, f"second writer: {second.returncode} {second.stderr}")
    check(writer.is_alive(), "killed.db: the writer was running when the second was refused")
    writer.process.send_signal(signal.SIGKILL)
    code, said = writer.ended()
    check(code == -signal.SIGKILL, f"killed.db: ended by the signal, not by itself: {code} {said}")
    found, result = count(programs, database)
    check(0 < found < FIRST, f"after kill -9 the committed documents are found: {found} {result.stderr}")
    check(database_is_sound(database), "after kill -9 xapian-check finds nothing wrong")
    go_on(programs, database, source, found)


def interrupt_and_go_on(programs, folder, source):
    for name, number in ("interrupted", signal.SIGINT), ("terminated", signal.SIGTERM):
        database = folder / f"{name}.db"
        writer, _ = begin(programs, database)
        writer.process.send_signal(number)  # while it waits for more on a pipe that stays open
        code, said = writer.ended()
        check(code == 2 and "run the same command again" in said, f"{name}: {code} {said}")
        check(database_is_sound(database), f"{name}: xapian-check finds nothing wrong")
        found, _ = count(programs, database)
        check(0 < found <= FIRST, f"{name}: {found} documents found")
        go_on(programs, database, source, found)


def read_while_writing(programs, folder, source):
    database = folder / "busy.db"
    writer, found = begin(programs, database)
    feeding = threading.Thread(target=writer.feed, args=(FIRST, DOCUMENTS))
    feeding.start()
    searches, first = 0, found
    deadline = time.monotonic() + PATIENCE
    while (searches < 5 or found == first) and time.monotonic() < deadline:  # at least one more commit comes in between
        before = found
        found, result = count(programs, database, "Семипалатинск")
        check(result.returncode == 0 and found >= before, f"a search during a write: {result.returncode} {found} after {before} {result.stderr}")
        check(writer.is_alive(), "busy.db: the writer is writing while it is searched")
        searches += 1
    check(found > first, f"busy.db: {searches} searches, and none saw the second commit")
    feeding.join()
    writer.process.stdin.close()
    code, said = writer.ended()
    check(code == 0, f"busy.db: the writer ends well: {code} {said}")
    check(count(programs, database)[0] == DOCUMENTS, "busy.db: every document is found once")


def fill_the_disk(programs, folder, source):
    """A limit on the size of files is to the program what a full disk is: writing fails in the middle."""
    database = folder / "full.db"
    limit = 1 << 18
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
        source.write_text("".join(map(line, range(DOCUMENTS))), encoding="utf-8")
        for step in kill_and_go_on, interrupt_and_go_on, read_while_writing, fill_the_disk:
            step(programs, folder, source)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
