#!/usr/bin/env python3
"""izde-index --check: what is sound is told as sound, whatever went before; each kind of damage is found and placed; nothing is
changed by asking; and a search that meets damage says so.

    soundness_test.py BIN_FOLDER SOURCE_FOLDER
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TABLES = ["docdata.glass", "iamglass", "postlist.glass", "termlist.glass"]
BLOCK = 8192
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)
        print("FAILED:", message)


class Folder:
    def __init__(self, programs, path):
        self.programs, self.path = programs, path
        self.good = path / "good.db"

    def index(self, *arguments, database=None):
        return subprocess.run([self.programs / "izde-index", "-q", "--db", database or self.good, *arguments], capture_output=True, text=True, check=True)

    def check(self, database):
        done = subprocess.run([self.programs / "izde-index", "--check", "--db", database], capture_output=True, text=True, errors="replace", cwd=self.path)
        return done.returncode, done.stdout + done.stderr

    def copy(self):
        """The index once more, and its largest segment."""
        hurt = self.path / "hurt.db"
        shutil.rmtree(hurt, ignore_errors=True)
        shutil.copytree(self.good, hurt)
        return hurt, largest_of(hurt)

    def search(self, database):
        done = subprocess.run([self.programs / "izde-search", "--db", database, "съезд"], capture_output=True, text=True)
        return done.returncode, done.stderr


def largest_of(database):
    return max(database.glob("segment-*"), key=lambda segment: (segment / "docdata.glass").stat().st_size)


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def flip(file, at, bits=0x41):
    data = bytearray(file.read_bytes())
    data[at] ^= bits
    file.write_bytes(data)


def expect_found(folder, hurt, what, *said):
    code, told = folder.check(hurt)
    check(code == 2 and "NOT sound" in told and all(re.search(part, told) for part in said), f"{what}: {code}, wanted {said} in: {told}")


def sound(folder, corpus):
    """New, changed, pruned, put together, learned, written by Xapian itself, and of nothing."""
    sources = folder.path / "s"
    shutil.copytree(corpus / "ru", sources)
    folder.index("--commit", "20", sources)
    first = sorted(sources.iterdir())[0]
    first.write_text(first.read_text(encoding="utf-8") + "\nЕщё один съезд.\n", encoding="utf-8")
    sorted(sources.iterdir())[1].unlink()
    folder.index("--prune", sources)
    before = contents(folder.good)
    code, told = folder.check(folder.good)
    check(code == 0 and re.search(r"good\.db: sound: \d+ documents, \d+ passages in \d+ segments\.\n$", told), f"an updated index: {code} {told}")
    check(contents(folder.good) == before, "the check changed the index")
    others = {"merged": ["--commit", "5", sources], "learned": ["--learn-words", corpus / "kk"], "slow": ["--slowly", corpus / "vi"]}
    (folder.path / "none").mkdir()
    for name, arguments in (others | {"nothing": [folder.path / "none"]}).items():
        folder.index(*arguments, database=folder.path / f"{name}.db")
        code, told = folder.check(folder.path / f"{name}.db")
        check(code == 0, f"{name}: {code} {told}")


def damaged_tables(folder):
    for name in TABLES:
        hurt, segment = folder.copy()
        flip(segment / name, 4)  # of a table, the level of its first block
        expect_found(folder, hurt, f"a damaged byte in {name}", rf"{segment.name}: {name}: ")
        hurt, segment = folder.copy()
        (segment / name).write_bytes((segment / name).read_bytes()[:(segment / name).stat().st_size // 2])
        expect_found(folder, hurt, f"half of {name}", rf"{segment.name}: {name}: ")
        hurt, segment = folder.copy()
        (segment / name).unlink()
        expect_found(folder, hurt, f"no {name}", rf"{segment.name}: {name}: the file is missing")


def damaged_bytes(folder):
    """Anywhere in what is used of the tables: nearly every byte is vouched for by what else there is. (The name of a filter
    stands in its list alone.)"""
    for name, least in ("postlist.glass", .85), ("docdata.glass", .95):
        found, asked = 0, 0
        data = (largest_of(folder.good) / name).read_bytes()
        for at in range(11, len(data), max(1, len(data) // 60)):
            if not any(data[max(at - 12, 0):at + 12]):
                continue  # room that is free
            hurt, segment = folder.copy()
            flip(segment / name, at, 0x10)
            code, told = folder.check(hurt)
            check(code in (0, 2), f"{name}, byte {at}: {code} {told}")
            asked += 1
            found += code == 2
        print(f"{name}: of {asked} damaged bytes {found} are found")
        check(asked > 30 and found >= least * asked, f"{name}: of {asked} damaged bytes {found} are found")


def damaged_text(folder):
    """A word that Xapian knows nothing of: letters of a record's id, which stand there as they are."""
    hurt, segment = folder.copy()
    data = (segment / "docdata.glass").read_bytes()
    flip(segment / "docdata.glass", data.index(b".md"), 0x01)
    expect_found(folder, hurt, "a damaged id", r"is not found by its id", r"has passages, but no record")


def damage_is_not_taken_over(folder):
    """Segments that are put together are read through: what is damaged must not become sound by it."""
    database = folder.path / "many.db"
    for number in range(8):
        source = folder.path / f"many{number}.txt"
        source.write_text(f"Съезд номер {number} закрылся.\n" * 3, encoding="utf-8")
        if number == 7:
            segment = sorted(database.glob("segment-*"))[0]
            data = (segment / "docdata.glass").read_bytes()
            flip(segment / "docdata.glass", data.index(b"many") + 4, 0x01)  # of an id
        done = subprocess.run([folder.programs / "izde-index", "-q", "--db", database, source], capture_output=True, text=True)
    check(done.returncode == 2 and "is damaged" in done.stderr and "--check" in done.stderr, f"a merge of damage: {done.returncode} {done.stderr}")
    code, told = folder.check(database)
    check(code == 2, f"after a merge of damage: {code} {told}")


def wrong_lists(folder):
    hurt, segment = folder.copy()
    shutil.rmtree(segment)
    expect_found(folder, hurt, "no segment", rf"{segment.name}: is on the list, but its folder is missing")
    hurt, segment = folder.copy()
    names = (hurt / "XAPIANDB").read_text().splitlines(keepends=True)
    (hurt / "XAPIANDB").write_text("".join(names[:-1]))
    expect_found(folder, hurt, "a segment taken off the list", "another number of segments than the list", "another number of documents")
    (hurt / "XAPIANDB").write_text("auto ")
    expect_found(folder, hurt, "a damaged list", "XAPIANDB: the list of segments is damaged")
    (hurt / "XAPIANDB").unlink()
    expect_found(folder, hurt, "no list", "XAPIANDB: the list of segments is missing\n")


def leftovers(folder):
    hurt, segment = folder.copy()
    (hurt / "segment-99-0123abcd").mkdir()
    code, told = folder.check(hurt)
    check(code == 0 and "note: segment-99-0123abcd: is not on the list" in told, f"a folder left behind: {code} {told}")


def while_written(folder):
    process = subprocess.Popen([folder.programs / "izde-index", "-q", "--db", folder.good, "-"], stdin=subprocess.PIPE)
    for _ in range(500):
        code, told = folder.check(folder.good)
        if "another izde-index is writing" in told:
            break
    check(code == 0 and "another izde-index is writing" in told, f"while somebody writes: {code} {told}")
    process.stdin.close()
    check(process.wait() == 0, "the writer was disturbed by the check")


def searches(folder):
    """A block of another revision looks to Xapian as if somebody had written."""
    hurt, segment = folder.copy()
    size = (segment / "postlist.glass").stat().st_size
    for block in range(size // BLOCK):
        flip(segment / "postlist.glass", block * BLOCK + 3)
    code, told = folder.search(hurt)
    check(code == 2 and "is damaged" in told and f"izde-index --check --db {hurt}" in told and "faster" not in told, f"a search of damage: {code} {told}")


def main():
    programs, corpus = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve() / "corpus"
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(programs, pathlib.Path(name))
        sound(folder, corpus)
        for step in damaged_tables, damaged_bytes, damaged_text, damage_is_not_taken_over, wrong_lists, leftovers, while_written, searches:
            step(folder)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
