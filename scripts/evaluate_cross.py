"""Measures search across languages, scripts and spellings, and what it costs: `scripts/evaluate cross [PART…]`.

Parts: alash ntrex xquad single mixed names friends cost; all of them, or those whose name begins so. A row says what was
measured, what it must reach, and ok or BELOW, which for a cost or a count of errors is too many. What is not at hand is
said and not counted. Differences are of nDCG@10; several rows need the folders beside the collections (bench, lexicon).
"""
import functools
import gzip
import itertools
import json
import pathlib
import random
import re
import statistics
import unicodedata

from evaluate_words import loaded, sample_texts, table

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEXICONS = ["kk_hub.tsv", "ru_vi.tsv", "synsets.omw-wikt-cldr.tsv", "alash_concepts.tsv"]
PLAIN = ("--no-translate", "--no-aliases")
OWN = re.compile(r"own-(vi|kk|ru)-\d+(-[a-z]+)?")  # a passage of alash in one of seven varieties

# (what, pairs of languages whose mean it is, least with what is shipped, least with the lexicons)
NTREX = [("kk→ru", ["kk-ru"], .42, .60), ("ru→kk", ["ru-kk"], .36, .54),
         ("mean of the other four", ["kk-vi", "vi-kk", "ru-vi", "vi-ru"], .34, .46)]
XQUAD = [("vi→ru", ["vi-ru"], .60), ("ru→vi", ["ru-vi"], .55)]  # with the lexicons
ONE_LANGUAGE = ["kk-kazqad-mini", "kk-latn-news", "ru-kw-ng", "ru-prereform-oz", "vi-alqac", "vi-vietnews",
                "x-xquad ru-ru", "x-xquad vi-vi"]

FORMS = ["kk", "ru", "latin"]  # columns of cross_names.tsv; the texts are in …_text
DISTRACTORS = 5000
FIRST = 5  # hits among which a text counts as found at once
ENDING = re.compile("(?:[иыо]й|[ао]я|[аәеиоуыэюяіьйaeiouy])$")  # what Russian declension changes, and final vowels
ROUNDS = 3
MIXED_DEPTH = 300  # hits a query in the mixed index, so that enough are left of one collection


# ---- files

def rows_of(corpus):
    """The documents of a corpus."""
    with (gzip.open if corpus.suffix == ".gz" else open)(corpus, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def write_corpus(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path


def write_queries(path, queries):
    path.write_text("".join(f"{qid}\t{text}\n" for qid, text in queries), encoding="utf-8")
    return path


def judged_lines(path):
    """The words of each line of a run or of judgments; the third is the document in both."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split()


def write_lines(path, lines):
    path.write_text("".join(" ".join(words) + "\n" for words in lines), encoding="utf-8")
    return path


def hits_of(trec):
    """query id -> documents, the best first"""
    hits = {}
    for qid, _, document, *_ in judged_lines(trec):
        hits.setdefault(qid, []).append(document)
    return hits


# ---- documents

def variety(document):
    """The language and script of a passage of alash, such as kk or kk-latn; '' for a distractor."""
    match = OWN.fullmatch(document)
    return match[1] + (match[2] or "") if match else ""


def collide(corpora):
    """Whether two documents have the same id."""
    seen = set()
    for corpus in corpora:
        ids = {row["_id"] for row in rows_of(corpus)}
        if not seen.isdisjoint(ids):
            return True
        seen |= ids
    return False


def spaced(text):
    """Words between single spaces, one before the first."""
    return " " + re.sub(r"\W+", " ", unicodedata.normalize("NFC", text)).strip()


def beginnings(form):
    """What the words of a name begin with in any case form, each with a space before it."""
    return [" " + (ENDING.sub("", word) if len(word) > 4 else word) for word in spaced(form).split()]


def distractors(sample, forms):
    """Passages drawn by chance, as many of each language, that hold none of the names, written as they are or in capitals."""
    names = [beginnings(form) for form in {*forms, *map(str.upper, forms)}]

    def clear(text):
        words = spaced(text)
        return not any(all(beginning in words for beginning in name) for name in names)

    chance = random.Random(1917)
    files = sorted(sample.glob("*.jsonl.zst"))
    for place, path in enumerate(files):
        texts = list(sample_texts(path))
        chance.shuffle(texts)
        yield from itertools.islice(filter(clear, texts), (DISTRACTORS + place) // len(files))


# ---- rows

class Report:
    """Prints rows and counts those that do not reach what they must."""

    def __init__(self, verbose):
        self.verbose = verbose
        self.missed = 0
        self.line("what", "measured", "must reach", "")

    def line(self, what, value, bound, verdict):
        print(f"{what:64} {value:>8} {bound:>10}  {verdict}".rstrip(), flush=True)

    def row(self, what, value, least=None, most=None, note=""):
        """Figures count as they are shown, so a rounding error of the last digit decides nothing."""
        value = round(value, 4)
        low = (least is not None and value < least) or (most is not None and value > most)
        self.missed += low
        bound = f"≥ {least:g}" if least is not None else f"≤ {most:g}" if most is not None else "-"
        verdict = "" if bound == "-" else "BELOW" if low else "ok"
        self.line(what, self.shown(value), bound, f"{verdict:5} {note}")

    @staticmethod
    def shown(value):
        return str(value) if isinstance(value, int) else f"{value:.4f}"

    def detail(self, what, value):
        if self.verbose:
            self.line("    " + what, self.shown(value), "", "")

    def missing(self, what, why):
        self.line(what, "-", "-", f"not measured: {why}")

    def failed(self, what, why):
        self.missed += 1
        self.line(f"{what}: the rest of this part", "-", "-", f"BELOW {why.splitlines()[-1]}")


class Cross:
    """The rows, one method for each part."""

    def __init__(self, tools, folder, work, report, build):
        """tools: functions of scripts/evaluate; folder: the collections; build: whether to index the bench sample."""
        self.tools, self.folder, self.work, self.report, self.build = tools, folder, work, report, build
        self.sample = folder.parent / "bench" / "sample"

    def run(self, wanted):
        parts = [self.alash, self.ntrex, self.xquad, self.single, self.mixed, self.names, self.friends, self.cost]
        known = [part.__name__ for part in parts]
        for name in wanted:
            if not any(part.startswith(name) for part in known):
                raise SystemExit(f"{name}: no such part; there are {', '.join(known)}")
        for part in parts:
            if not wanted or part.__name__.startswith(tuple(wanted)):
                try:
                    part()
                except SystemExit as failure:  # a program failed; the other parts are still worth knowing
                    self.report.failed(part.__name__, str(failure))
        return self.report.missed

    # -- collections

    @functools.cache
    def task(self, name):
        """(name, corpus, queries, qrels) of a collection or a pair of languages in it, or None."""
        return next((task for task in self.tools.tasks(self.folder / name.split()[0]) if task[0] == name), None)

    @functools.cache
    def ndcg(self, name, extra=()):
        """Of a collection that is there; extra: more options of izde-search."""
        _, corpus, queries, qrels = self.task(name)
        return self.tools.measure(f"cross {name}", corpus, queries, qrels, self.work, extra)[0]["nDCG@10"]

    def present(self, names):
        for name in names:
            if not self.task(name):
                self.report.missing(name, f"no collection {name} here")
        return [name for name in names if self.task(name)]

    def lexicons(self):
        """Options that load the lexicons, or None if one is not there."""
        paths = [self.folder.parent / "lexicon" / name for name in LEXICONS]
        return tuple(itertools.chain(*(("--lexicon", path) for path in paths))) if all(p.exists() for p in paths) else None

    # -- across languages

    def alash(self):
        tasks = list(self.tools.tasks(self.folder / "alash"))
        if not tasks:
            return self.report.missing("alash", "no collection alash here")
        cells, whole, dated = [], [], []
        for name, corpus, queries, qrels in tasks:
            trec = self.work / (name.replace(" ", ".") + ".all.trec")
            self.tools.search(self.tools.index_of(corpus, self.work), queries, trec, count=1000)
            whole.append(self.tools.score(trec, qrels)[0]["nDCG@10"])
            cells += self.varieties(name, trec, qrels)
            dated.append(self.acts_and_events(name, trec, qrels))
        self.report.row(f"alash nDCG@10, mean of {len(cells)} cells (language asked × variety)", statistics.mean(cells), .75)
        self.report.row(f"alash nDCG@10, all varieties, mean of {len(whole)} languages", statistics.mean(whole), .70)
        what = f"alash nDCG@10, {len(dated[0])} needs of acts and events, mean of {len(dated)} languages"
        self.report.row(what, statistics.mean(statistics.mean(values.values()) for values in dated), .78)

    def acts_and_events(self, name, trec, qrels):
        """nDCG@10 of a run for each need that asks for an act or a happening."""
        needs = [line["need"] for line in table(ROOT / "tests" / "relevance" / "alash_acts_and_events.tsv")]
        values = {need: self.of_need(need, trec, qrels) for need in needs}
        self.report.detail(f"{name}, {len(values)} needs of acts and happenings", statistics.mean(values.values()))
        for need, value in values.items():
            self.report.detail(f"{name}, {need}", value)
        return values

    def of_need(self, need, trec, qrels):
        paths = [self.work / f"need.{end}" for end in ("trec", "qrels")]
        for path, lines in zip(paths, (judged_lines(trec), judged_lines(qrels))):
            write_lines(path, (words for words in lines if words[0] == need))
        return self.tools.score(*paths)[0]["nDCG@10"]

    def varieties(self, name, trec, qrels):
        """nDCG@10 of a run for each variety, as if the index held no other."""
        judgments = list(judged_lines(qrels))
        for kind in sorted({variety(words[2]) for words in judgments} - {""}):
            paths = [self.work / f"variety.{end}" for end in ("trec", "qrels")]
            for path, lines in zip(paths, (judged_lines(trec), judgments)):
                write_lines(path, (words for words in lines if variety(words[2]) == kind))
            values, count = self.tools.score(*paths)
            self.report.detail(f"{name} → {kind}, {count} queries", values["nDCG@10"])
            yield values["nDCG@10"]

    def pairs(self, collection, rows, extra, how):
        """rows: (what, pairs of languages, least)"""
        for what, pairs, least in rows:
            names = [f"{collection} {pair}" for pair in pairs]
            what = f"{collection} {what} nDCG@10, {how}"
            if extra is None:
                self.report.missing(what, "no lexicons here")
            elif not all(map(self.task, names)):
                self.report.missing(what, f"no collection {collection} here")
            else:
                values = [self.ndcg(name, extra) for name in names]
                self.report.row(what, statistics.mean(values), least)
                for name, value in zip(names, values):
                    if len(names) > 1:
                        self.report.detail(name, value)

    def ntrex(self):
        self.pairs("x-ntrex", [row[:3] for row in NTREX], (), "shipped data")
        self.pairs("x-ntrex", [(*row[:2], row[3]) for row in NTREX], self.lexicons(), "with lexicons")

    def xquad(self):
        self.pairs("x-xquad", XQUAD, self.lexicons(), "with lexicons")

    # -- what it does to searches within a language

    def worst(self, what, differences):
        """differences: name -> nDCG@10 won or lost"""
        for name, difference in differences.items():
            self.report.detail(name, difference)
        if differences:
            name = min(differences, key=differences.get)
            self.report.row(f"{what}: worst of {len(differences)}", differences[name], -.005, note=name)

    def single(self):
        self.worst("one language, everything on against " + " ".join(PLAIN),
                   {name: self.ndcg(name) - self.ndcg(name, PLAIN) for name in self.present(ONE_LANGUAGE)})

    def mixed(self):
        names = self.present(ONE_LANGUAGE)
        corpora = [self.task(name)[1] for name in names]
        prefixes = [name.replace(" ", ".") + "." if collide(corpora) else "" for name in names]
        database = self.work / "cross.mixed.db"
        if names:
            self.tools.index([self.prefixed_corpus(*pair) for pair in zip(corpora, prefixes)], database)
        alone = {name: self.ndcg(name) for name in names}
        whole, own = {}, {}
        for name, prefix, corpus in zip(names, prefixes, corpora):
            whole[name], own[name] = (value - alone[name] for value in self.in_mixed(name, prefix, corpus, database))
        self.worst("all in one index against each by itself", whole)
        self.worst("the same, of each only its own documents", own)

    def in_mixed(self, name, prefix, corpus, database):
        """nDCG@10 in the mixed index, and the same with the documents of the other collections taken out of the answers:
        strangers in the same language may answer as well and are judged by nobody, so that only the second tells whether
        the mixture changes the order."""
        _, _, queries, qrels = self.task(name)
        if prefix:
            lines = ([qid, zero, prefix + document, grade] for qid, zero, document, grade in judged_lines(qrels))
            qrels = write_lines(self.work / f"cross.mixed.{prefix}qrels", lines)
        trec, own = self.work / "cross.mixed.trec", self.work / "cross.mixed.own.trec"
        self.tools.search(database, queries, trec, count=MIXED_DEPTH)
        ids = {prefix + row["_id"] for row in rows_of(corpus)}
        lines = list(judged_lines(trec))
        write_lines(own, (words for words in lines if words[2] in ids))
        firsts = [document for documents in hits_of(trec).values() for document in documents[:10]]
        self.report.detail(f"{name}: share of strangers in the first ten",
                           sum(document not in ids for document in firsts) / max(1, len(firsts)))
        return [self.tools.score(path, qrels)[0]["nDCG@10"] for path in (trec, own)]

    def prefixed_corpus(self, corpus, prefix):
        if not prefix:
            return corpus
        return write_corpus(self.work / f"cross.mixed.{prefix}jsonl",
                            ({**row, "_id": prefix + row["_id"]} for row in rows_of(corpus)))

    # -- own cases

    def hits(self, what, rows, queries, count):
        """Indexes the documents and asks; query id -> documents."""
        paths = [self.work / f"cross.{what}.{end}" for end in ("jsonl", "db", "tsv", "trec")]
        corpus, database, batch, trec = paths
        self.tools.index([write_corpus(corpus, rows)], database)
        self.tools.search(database, write_queries(batch, queries), trec, count)
        return hits_of(trec)

    def names(self):
        what = f"names, texts with the other forms in the first {FIRST}"
        path = ROOT / "tests" / "relevance" / "cross_names.tsv"
        if not path.exists():
            return self.report.missing(what, f"no {path.name} here")
        if not any(self.sample.glob("*.jsonl.zst")):
            return self.report.missing(what, "no bench sample here")
        lines = list(enumerate(table(path), 1))
        queries = [(f"name{n}.{form}", line[form]) for n, line in lines for form in FORMS]
        rows = [{"_id": f"name{n}.{form}", "text": line[form + "_text"]} for n, line in lines for form in FORMS]
        rows += [{"_id": f"other{n}", "text": text}
                 for n, text in enumerate(distractors(self.sample, [form for _, form in queries]))]
        hits = self.hits("names", rows, queries, FIRST)
        asked = dict(queries)
        found = {}
        for (n, line), (form, other) in itertools.product(lines, itertools.permutations(FORMS, 2)):
            found[f"{line[form]} → {line[other]} ({form} → {other}, line {n})"] = (
                f"name{n}.{other}" in hits.get(f"name{n}.{form}", []))
        for pair, there in found.items():
            if not there:
                self.report.detail("not found: " + pair, 0)
        self.report.row(what, sum(found.values()) / max(1, len(found)), .95,
                        note=f"of {len(found)}, {len(asked)} queries, {len(rows) - len(asked)} distractors")

    def friends(self):
        what = f"false friends in the first {FIRST}"
        path = ROOT / "tests" / "relevance" / "false_friends.tsv"
        if not path.exists():
            return self.report.missing(what, f"no {path.name} here")
        lines = list(enumerate(table(path), 1))
        rows = [{"_id": f"{kind}{n}", "text": line[kind]} for n, line in lines for kind in ("right", "wrong")]
        hits = self.hits("friends", rows, [(f"query{n}", line["query"]) for n, line in lines], 1000)
        wrong = [line["query"] for n, line in lines if f"wrong{n}" in hits.get(f"query{n}", [])[:FIRST]]
        lost = [line["query"] for n, line in lines if f"right{n}" not in hits.get(f"query{n}", [])]
        for text in wrong:
            self.report.detail("wrong one found: " + text, 1)
        for text in lost:
            self.report.detail("right one not found: " + text, 0)
        self.report.row(what, len(wrong), most=0, note=f"of {len(lines)}")
        self.report.row("their right passages found at all", len(lines) - len(lost), note=f"of {len(lines)}")

    # -- what it costs

    def cost(self):
        what = "cost, median ms of a query over median ms with --exact"
        bench = loaded(ROOT / "scripts" / "bench")
        folder = self.sample.parent / "queries"
        if not any(folder.glob("*.tsv")):
            return self.report.missing(what, "no bench queries here")
        places = [bench.WORK, self.work / "bench"]
        place = next((place for place in places if self.tools.usable(place / "izde.db")), None)
        if not place:
            if not self.build or not self.sample.is_dir():
                return self.report.missing(what, "no index of the bench sample; make it with --cost (minutes) or scripts/bench"
                                           if self.sample.is_dir() else "no bench sample here")
            place = places[1]
            place.mkdir(exist_ok=True)
            bench.index_izde(bench.prepare(self.sample, place)[0], place, self.tools.programs)
        queries = list(bench.read_queries(folder))
        rounds = {"--exact": [], "expanded": []}
        for _ in range(ROUNDS):
            rounds["--exact"].append(bench.time_izde(queries, ["--exact"], place, self.tools.programs))
            rounds["expanded"].append(bench.time_izde(queries, [], place, self.tools.programs))
        medians = {name: statistics.median(map(statistics.median, zip(*times))) for name, times in rounds.items()}
        for name, milliseconds in medians.items():
            self.report.detail(f"median ms, {name}", milliseconds)
        self.report.row(what, medians["expanded"] / medians["--exact"], most=3, note=f"{len(queries)} queries")
