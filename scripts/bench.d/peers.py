"""Izde and what it is measured beside. Each engine indexes the same JSONL with texts stored and phrases answerable, says how
many documents it holds and how many have a word, and times queries in one process of its own."""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import time

from measure import BIN, PARTS, WORK, size_of, usage


def batch_of(queries):
    path = WORK / "peer.tsv"
    path.write_text("".join(f"{kind}\t{' '.join(words)}\n" for kind, words in queries), encoding="utf-8")
    return path


def words_file(words):
    path = WORK / "words.txt"
    path.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
    return path


def output_of(argv):
    return subprocess.run([str(part) for part in argv], capture_output=True, text=True, check=True).stdout


class Izde:
    name = "izde"

    def __init__(self, database=WORK / "izde.db", programs=BIN):
        self.database, self.programs = pathlib.Path(database), programs

    def missing(self):
        return "" if (self.programs / "izde-index").exists() else "run scripts/build first"

    def index(self, jsonl):
        shutil.rmtree(self.database, ignore_errors=True)
        return (*self.add(jsonl), size_of(self.database))

    def add(self, jsonl):
        return usage([self.programs / "izde-index", "-q", "--db", self.database, jsonl])

    @staticmethod
    def query(kind, words):
        return {"or": " OR ".join(words), "and": " AND ".join(words), "phrase": '"' + " ".join(words) + '"',
                "typed": " ".join(words) + "*"}.get(kind, words[0])

    def command(self, queries, *extra):
        batch = WORK / "queries.tsv"
        batch.write_text("".join(f"{i}\t{self.query(*query)}\n" for i, query in enumerate(queries)), encoding="utf-8")
        return [self.programs / "izde-search", "--db", self.database, "--queries", batch, "-n", "10", "--timing", *extra]

    def times(self, queries, *extra):
        """Milliseconds of each query, as the program reports them with --timing."""
        out = subprocess.run(self.command(queries, *extra), capture_output=True, text=True, check=True).stderr
        return [float(line.split("\t")[1]) for line in out.splitlines() if line.count("\t") == 1]

    def page_times(self, queries, *extra):
        """With ten hits rendered as text, snippets and all: from one report of a time to the next, which lies behind the rendering."""
        process = subprocess.Popen(self.command(queries, "--format", "text", *extra), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        moments = [time.perf_counter() for line in process.stderr if line.count("\t") == 1]
        if process.wait() != 0:
            sys.exit("izde-search failed")
        return [1000 * (after - before) for before, after in zip(moments, moments[1:])]

    def counts(self, words):
        """First all documents, then those whose text has a word as it is written."""
        def found(*query):
            done = subprocess.run([self.programs / "izde-search", "--db", self.database, "--all", "--unit", "document", "--format", "trec", "--exact", *query],
                                  capture_output=True, text=True)
            return len(done.stdout.splitlines())
        told = output_of([self.programs / "izde-index", "--check", "--db", self.database]).split(": sound: ")[1]
        return [int(told.split(" ")[0].replace(",", "")), *(found("--", f"={word}") for word in words)]


FTS5_INDEX = """
import json, sqlite3, sys
con = sqlite3.connect(sys.argv[2])
con.execute("pragma journal_mode=off"); con.execute("pragma synchronous=off")
con.execute('create virtual table d using fts5(id unindexed, lang unindexed, title, text, tokenize="unicode61 remove_diacritics 0")')
def rows():
    for line in open(sys.argv[1], encoding="utf-8"):
        doc = json.loads(line)
        yield doc["id"], doc.get("lang", ""), doc.get("title", ""), doc["text"]
with con: con.executemany("insert into d values (?,?,?,?)", rows())
with con: con.execute("insert into d(d) values('optimize')")
con.close()
"""


class Fts5:
    name = "fts5"
    database = WORK / "fts5.db"

    def missing(self):
        return ""  # comes with Python

    def index(self, jsonl):
        self.database.unlink(missing_ok=True)
        return (*usage([sys.executable, "-c", FTS5_INDEX, jsonl, self.database]), size_of(self.database))

    def connect(self):
        con = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        con.execute("pragma cache_size=-400000")
        con.execute("pragma mmap_size=8000000000")
        return con

    @staticmethod
    def query(kind, words):
        quoted = [f'"{word}"' for word in words]
        return {"or": " OR ".join(quoted), "and": " AND ".join(quoted), "phrase": '"' + " ".join(words) + '"',
                "typed": " AND ".join(quoted) + "*"}.get(kind, quoted[0])

    def times(self, queries, columns="id, rank", where=""):
        con, times = self.connect(), []
        for query in queries:
            start = time.perf_counter()
            con.execute(f"select {columns} from d where d match ? {where} order by rank limit 10", (self.query(*query),)).fetchall()
            times.append(1000 * (time.perf_counter() - start))
        return times

    def page_times(self, queries):
        return self.times(queries, "id, title, snippet(d, 3, '[', ']', '…', 40), rank")

    def counts(self, words):
        con = self.connect()
        return [con.execute("select count(*) from d").fetchone()[0],
                *(con.execute("select count(*) from d where d match ?", (f'text : "{word}"',)).fetchone()[0] for word in words)]


OMEGA_FIELDS = "id : boolean=Q field=id\nlang : boolean=L field=lang\ntitle : field=title index=S\ntext : index field=text\n"
OMEGA_RECORDS = """
import json, sys
for line in sys.stdin:
    doc = json.loads(line)
    fields = ((name, " ".join(doc.get(name, "").split("\\n"))) for name in ("id", "lang", "title", "text"))
    print("\\n".join(f"{name}={value}" for name, value in fields), end="\\n\\n")
"""


class Omega:
    """Omega's scriptindex with Russian stems; its records are made ready before."""
    name = "omega"
    database = WORK / "omega.db"
    program = WORK / "omega_search"

    def missing(self):
        return "" if shutil.which("scriptindex") and shutil.which("g++") else "apt-get install xapian-omega libxapian-dev g++"

    def index(self, jsonl):
        shutil.rmtree(self.database, ignore_errors=True)
        (WORK / "omega.script").write_text(OMEGA_FIELDS)
        records = WORK / "omega.records"
        if not records.exists() or records.stat().st_mtime < jsonl.stat().st_mtime:
            with open(jsonl) as lines, open(records, "w") as out:
                subprocess.run([sys.executable, "-c", OMEGA_RECORDS], stdin=lines, stdout=out, check=True)
        return (*usage(["scriptindex", "--stemmer=russian", "--overwrite", self.database, WORK / "omega.script", records], quiet=True), size_of(self.database))

    def search(self, *arguments):
        source = PARTS / "omega_search.cpp"
        if not self.program.exists() or self.program.stat().st_mtime < source.stat().st_mtime:
            subprocess.run(["g++", "-std=c++20", "-O2", "-o", self.program, source, "-lxapian"], check=True)
        return [float(line) for line in output_of([self.program, *arguments]).splitlines()]

    def times(self, queries):
        return self.search("search", self.database, batch_of(queries), "plain")

    def page_times(self, queries):
        return self.search("search", self.database, batch_of(queries), "snippets")

    def counts(self, words):
        return [int(count) for count in self.search("count", self.database, words_file(words))]


class Lucene:
    """One thread, StandardAnalyzer (words, no stems)."""
    name = "lucene"
    database = WORK / "lucene.db"
    jars = [f"/usr/share/java/lucene-{part}.jar" for part in ("core", "highlighter", "analyzers-common", "queries", "memory")]

    def __init__(self):
        self.classes = os.pathsep.join([*map(self.jar, self.jars), str(WORK)])

    @staticmethod
    def jar(plain):
        """Debian names jars by version alone for some packages."""
        return plain if pathlib.Path(plain).exists() else str(next(iter(sorted(pathlib.Path(plain).parent.glob(pathlib.Path(plain).stem + "-[0-9]*.jar"))), plain))

    def missing(self):
        there = shutil.which("javac") and all(pathlib.Path(self.jar(jar)).exists() for jar in self.jars)
        return "" if there else "apt-get install liblucene8-java default-jdk-headless"

    def java(self, *arguments):
        source, built = PARTS / "Lucene.java", WORK / "Lucene.class"
        if not built.exists() or built.stat().st_mtime < source.stat().st_mtime:
            subprocess.run(["javac", "-cp", self.classes, "-d", WORK, source], check=True)
        return ["java", "-Xmx1g", "-cp", self.classes, "Lucene", *arguments]

    def index(self, jsonl):
        shutil.rmtree(self.database, ignore_errors=True)
        return (*usage(self.java("index", jsonl, self.database)), size_of(self.database))

    def times(self, queries, how="plain"):
        return [float(line) for line in output_of(self.java("search", self.database, batch_of(queries), how)).splitlines()]

    def page_times(self, queries):
        return self.times(queries, "snippets")

    def counts(self, words):
        return [int(line) for line in output_of(self.java("count", self.database, words_file(words))).splitlines()]


PEERS = ["omega", "lucene"]


def peers(wanted):
    """Those that are installed, Izde and FTS5 first; of the others it says how to install them."""
    there = []
    for engine in (Izde(), Fts5(), Omega(), Lucene()):
        if engine.name not in ("izde", "fts5", *wanted):
            continue
        lack = engine.missing()
        if lack and engine.name == "izde":
            sys.exit(f"izde: {lack}")
        if lack:
            print(f"{engine.name} is left out; to have it: {lack}")
        else:
            there.append(engine)
    return there
