#!/usr/bin/env python3
"""Ends izde-index with kill -9 at fifty moments, while it indexes, updates and puts segments together. Wherever the kill
lands: the index is sound (--check), every document that was told when its commit was done is found, none is there twice or
lost, and the next run comes to the same index as one that nobody disturbed.

A commit comes before the line that tells its last document (--verbose), so the lines say what must be there.

    kills_test.py BIN_FOLDER SOURCE_FOLDER
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

COMMIT = 20        # passages
DOCUMENTS = 90
DELAYS = [0, .0007, .002, .004, .009]  # seconds between a told line and the kill: before, in and after a commit
WORDS = {"ru": "съезд открылся городе делегаты приняли решение комитет земля область народ печать газета вопрос школа",
         "kk": "съезд ашылды қалада делегаттар шешім қабылдады комитет жер облыс халық баспа газет мәселе мектеп",
         "vi": "съезд khai mạc thành phố đại biểu thông qua nghị quyết ủy ban đất vùng nhân dân báo vấn đề trường"}
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)
        print("FAILED:", message)


def text_of(number, mark):
    """One to three passages; `mark` tells versions apart."""
    words = list(WORDS.values())[number % 3].split()
    paragraphs = (" ".join([mark] + [words[(number * 7 + i * (p + 3)) % len(words)] + ("" if i % 9 else str(number)) for i in range(70)] + ["съезд."])
                  for p in range(1 + number % 3))
    return "\n\n".join(paragraphs) + "\n"


def write_sources(folder):
    """Two states of the same sources; for each the mark of every document that is there."""
    states = {"first": {}, "second": {}}
    for number in range(DOCUMENTS * 4 // 3):
        name = f"d{number:03}.txt"
        if number < DOCUMENTS:
            states["first"][name] = "прежде"
        if number % 10 != 3 and (number < DOCUMENTS or number % 2):
            states["second"][name] = "прежде" if number % 4 and number < DOCUMENTS else "после"
    for state, marks in states.items():
        (folder / state).mkdir()
        for name, mark in marks.items():
            (folder / state / name).write_text(text_of(int(name[1:4]), mark), encoding="utf-8")
    return states


class Index:
    def __init__(self, programs, folder):
        self.programs, self.folder = programs, folder

    def command(self, source):
        return [self.programs / "izde-index", "--jobs", "1", "--commit", str(COMMIT), "--prune", "--db", self.folder, source]

    def run(self, source):
        done = subprocess.run([*self.command(source), "-q"], capture_output=True, text=True)
        check(done.returncode == 0, f"{self.folder.name}: the run ends well: {done.returncode} {done.stderr}")

    def killed(self, source, lines, delay):
        """Kills it `delay` seconds after it told `lines` documents; the names that were committed for sure, and whether it was alive."""
        process = subprocess.Popen([*self.command(source), "-v"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        told = []
        for line in process.stderr:
            told.append(line)
            if len(told) == lines:
                break
        time.sleep(delay)
        process.kill()
        told += process.stderr.readlines()
        return committed_of(told), process.wait() == -9

    def check(self):
        done = subprocess.run([self.programs / "izde-index", "--check", "--db", self.folder], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    def found(self):
        """The mark of each document that is found, a list for each name; nothing where there is no index yet."""
        asked = "прежде\t=прежде\nпосле\t=после\n"
        done = subprocess.run([self.programs / "izde-search", "--db", self.folder, "--exact", "--all", "--unit", "document", "--queries", "-"],
                              input=asked, capture_output=True, text=True)
        if done.returncode == 2:
            return None, done.stderr
        found = {}
        for mark, _, name, *_ in map(str.split, done.stdout.splitlines()):
            found.setdefault(name, []).append(mark)
        return found, ""

    def answers(self):
        """What must be the same whoever was disturbed: the fingerprint, and the passages found; scores may differ in the third digit."""
        done = subprocess.run([self.programs / "izde-search", "--db", self.folder, "--all", "--format", "json", "съезд OR делегаты OR шешім OR đại"],
                              capture_output=True, text=True)
        answer = json.loads(done.stdout)
        return answer["rerun"].rsplit(" ", 1)[1], sorted((hit["id"], hit["text"]) for hit in answer["hits"])


def committed_of(lines):
    """Names told before or with the last document that made a commit due."""
    committed, waiting, passages = [], [], 0
    for line in lines:
        told = re.fullmatch(r"(?:.*/)?(d\d+\.txt): (\d+) passages?\n", line)
        if not told:  # cut by the kill
            continue
        waiting.append(told[1])
        passages += int(told[2])
        if passages >= COMMIT:
            committed, waiting, passages = committed + waiting, [], 0
    return committed


def fault_of(found, committed, before, after):
    """What of the documents found is not as it may be in the middle of a run from one state to another."""
    for name in before.keys() | after.keys():
        marks = found.get(name, [])
        allowed = [[state[name]] if name in state else [] for state in (before, after)]
        if marks not in allowed:
            return f"{name} is found as {marks}, not as one of {allowed}"
        if name in committed and marks != allowed[1]:
            return f"{name} was told as committed, but is found as {marks}"
    return ""


def disturb(index, source, moment, states, wanted):
    """One kill and what comes after; whether the program was alive when it was killed."""
    lines, delay = moment
    committed, alive = index.killed(source, lines, delay)
    place = f"{index.folder.name}, after {lines} documents and {delay} s"
    code, said = index.check()
    found, why = index.found()
    before_first = found is None and not committed and states[0] == {}
    check(code == 0 or (before_first and "Run izde-index again" in said), f"{place}: --check: {code} {said}")
    check(found is not None or before_first, f"{place}: the search: {why}")
    fault = fault_of(found or {}, committed, *states)
    check(not fault, f"{place}: {fault}")
    index.run(source)
    code, said = index.check()
    check(code == 0 and "note:" not in said, f"{place}: --check after the next run: {code} {said}")
    check(index.answers() == wanted, f"{place}: the next run comes to the same index")
    return alive


def moments(first, last, count):
    return [(first + (last - first) * i // (count - 1), DELAYS[i % len(DELAYS)]) for i in range(count)]


def main():
    programs = pathlib.Path(sys.argv[1])
    memory = pathlib.Path("/dev/shm")  # where it is: kill -9 leaves what was written to the system, on a disk or not
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        folder = pathlib.Path(name)
        states = write_sources(folder)
        source = folder / "source"
        ready = Index(programs, folder / "first.db")
        shutil.copytree(folder / "first", source)
        ready.run(source)
        at_first = ready.answers()
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            def disturb_all(name, kills, before, after, wanted):
                def one(numbered):
                    index = Index(programs, folder / f"{name}{numbered[0]}.db")
                    if before:
                        shutil.copytree(ready.folder, index.folder)
                    return disturb(index, source, numbered[1], (before, after), wanted)
                return sum(pool.map(one, enumerate(kills)))

            alive = disturb_all("new", moments(1, DOCUMENTS, 25), {}, states["first"], at_first)
            shutil.rmtree(source)
            shutil.copytree(folder / "second", source)
            undisturbed = Index(programs, folder / "second.db")
            undisturbed.run(source)
            alive += disturb_all("update", moments(1, len(states["second"]), 25), states["first"], states["second"], undisturbed.answers())
        check(alive >= 40, f"only {alive} of 50 kills came before the end")
        print(f"{alive} of 50 kills came before the end")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
