"""Measures what becomes of single words and prints it beside what others reach: `scripts/evaluate words`.

Stems are judged as linguists do it, by pairs: of all pairs of forms, those with one lemma should have one stem and the
others should not; F1 is the harmonic mean of precision and recall over pairs. Kazakh words meet under their key, Russian
words under their stem (docs/LANGUAGES.md, part 2), so that is what is compared. Everything goes through izde-search as a
user has it; alphabets are never told to it. Words are put into other alphabets by a program that is independent of ours
(`scripts.py` of the reference folder).

What is not at hand is said and left out: the folder beside this repository (shared) is not part of it.
"""
import ast
import collections
import csv
import importlib.machinery
import importlib.util
import itertools
import json
import math
import pathlib
import re
import subprocess
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
SEARCH = ROOT / "build" / "release" / "bin" / "izde-search"
CASES = ROOT / "tests" / "analysis" / "data"
REWRITTEN = .97  # the share of the figure that a query must keep in another alphabet or without marks
PASSAGE = 40  # words that are shown to the program at a time, for it to recognise their alphabet
# Alphabets as the reference program calls them.
ALPHABETS = {"Latin 2021": "lat2021", "Latin 2019": "lat2019", "Latin 2018": "lat2018", "Latin 2017": "lat2017",
             "QazAqparat": "qazaqparat", "Yañalif": "yanalif29", "Arabic": "tote"}
KAZAKH_WORD = re.compile("[а-яёәғқңөұүһі]{2,}")  # single letters in a row are spaced emphasis
Word = collections.namedtuple("Word", "written plain stem key begin end language")


# ---- what the programs say

def ask(arguments, lines):
    result = subprocess.run([str(SEARCH), *arguments], input="".join(line + "\n" for line in lines), text=True,
                            capture_output=True, check=True)
    return result.stdout


def analysed(lines, language=None):
    """The words of each line, in order."""
    answer = ask(["analyze"] + (["--lang", language] if language else []), lines)
    found, words = [], []
    for row in answer.split("\n")[:-1]:
        if row:
            cells = row.split("\t")
            words.append(Word(*cells[:4], int(cells[4]), int(cells[5]), cells[6]))
        else:
            found.append(words)
            words = []
    return found


def face(words, name):
    """Of a line that is one word: a compound counts as joined."""
    if not words:
        return ""
    widest = max(words, key=lambda word: word.end - word.begin)
    return getattr(widest, name)


def faces(forms, language, name):
    """form -> its stem or key, each form read by itself."""
    forms = sorted(set(forms))
    return {form: face(words, name) for form, words in zip(forms, analysed(forms, language))}


# ---- measures

def pair_f1(pairs, stem_of):
    """pairs: distinct (form, lemma); stem_of: form -> stem."""
    def count(groups):
        return sum(math.comb(size, 2) for size in collections.Counter(groups).values())
    together = count((lemma, stem_of[form]) for form, lemma in pairs)
    precision = together / max(1, count(stem_of[form] for form, _ in pairs))
    recall = together / max(1, count(lemma for _, lemma in pairs))
    return 2 * precision * recall / (precision + recall) if together else 0.0


def majority(groups, stem_of):
    """(forms that have the commonest stem of their group, forms)."""
    agreeing = sum(max(collections.Counter(stem_of[form] for form in forms).values()) for forms in groups)
    return agreeing, sum(map(len, groups))


# ---- what is measured with

def table(path):
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t",
                                   quoting=csv.QUOTE_NONE))


def loaded(path):
    """A Python file, whatever its name ends in, as a module."""
    loader = importlib.machinery.SourceFileLoader(path.stem, str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(path.stem, loader))
    loader.exec_module(module)
    return module


def domain_forms(path):
    """The lists of forms in the reference program, which cannot be run by itself."""
    for statement in ast.parse(path.read_text("utf-8")).body:
        if isinstance(statement, ast.Assign) and getattr(statement.targets[0], "id", None) == "G":
            return [forms.split() for forms in ast.literal_eval(statement.value).values()]
    raise ValueError(f"{path}: no forms")


def sample_texts(path):
    with subprocess.Popen(["zstd", "-dcq", str(path)], stdout=subprocess.PIPE, text=True) as unpacked:
        for line in unpacked.stdout:
            yield json.loads(line)["text"]


def respelt(text, system, reference):
    """A Kazakh text in another alphabet, its capitals kept."""
    def word(match):
        found = match.group()
        spelt = reference.c2l(found, system)
        return spelt[:1].upper() + spelt[1:] if found[0].isupper() and system != "tote" else spelt
    return re.sub("(?i)[а-яёәғқңөұүһі]+", word, text)


def unmarked(text):
    text = text.replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


class Report:
    """Prints rows and counts those below what must be reached."""

    def __init__(self):
        self.missed = 0
        self.line("what", "measured", "anchor", "floor", "")

    def line(self, what, value, anchor, floor, note):
        print(f"{what:58} {value:>8} {anchor:>7} {floor:>7}  {note}".rstrip(), flush=True)

    def row(self, what, value, anchor=None, floor=None, note=""):
        """Figures are shares from 0 to 1, or counts."""
        def shown(number):
            return "-" if number is None else f"{number:.4f}" if isinstance(number, float) else str(number)
        low = floor is not None and value < floor
        self.missed += low
        self.line(what, shown(value), shown(anchor), shown(floor), (note + "  BELOW" if low else note).strip())

    def missing(self, what, path):
        self.line(what, "-", "-", "-", f"not measured: no {path.name} here")


class Words:
    """The rows, one method for each part of the language."""

    def __init__(self, shared, nouns, measure):
        """shared: the folder beside the repository; nouns: a file of Kazakh nouns in the format of UniMorph, or None;
        measure: (collection, language or "", what becomes of a query's text) -> nDCG@10, None if it is not there."""
        self.shared, self.nouns, self.measure = shared, nouns, measure
        reference = shared / "reference" / "scripts.py"
        self.reference = loaded(reference) if reference.exists() else None
        self.report = Report()

    def run(self):
        self.kazakh_stems()
        self.kazakh_scripts()
        self.russian_stems()
        self.old_spelling()
        self.retrieval()
        self.languages()
        return self.report.missed

    # -- stems

    def pairs(self, what, path, language, name, rows):
        """rows: (label, parts of speech or all, anchor, floor)"""
        if not path.exists():
            return self.report.missing(what, path)
        entries = table(path)
        stem_of = faces([entry["form"] for entry in entries], language, name)
        for label, kept, anchor, floor in rows:
            pairs = {(e["form"], e["lemma"]) for e in entries if not kept or e["upos"] in kept}
            self.report.row(what + label, pair_f1(pairs, stem_of), anchor, floor, f"{len(pairs)} forms")

    def kazakh_stems(self):
        path = self.shared / "eval" / "words" / "kk_ud_pairs.dev.tsv"
        for name in ("stem", "key"):
            self.pairs(f"Kazakh pair F1 ({name})", path, "kk", name,
                       [("", None, .583, .87), (", nouns", {"NOUN"}, None, None), (", names", {"PROPN"}, None, None),
                        (", verbs", {"VERB", "AUX"}, None, None)])
            if self.nouns:
                lines = self.nouns.read_text("utf-8").lower().splitlines()
                pairs = {(form, lemma) for lemma, form, *_ in (line.split("\t") for line in lines if "\t" in line)}
                value = pair_f1(pairs, faces([form for form, _ in pairs], "kk", name))
                self.report.row(f"Kazakh nouns of another source, pair F1 ({name})", value, .953, .94, self.nouns.name)
        forms = self.shared / "reference" / "kk_domain_forms.py"
        if not forms.exists():
            return self.report.missing("Kazakh domain forms", forms)
        groups = domain_forms(forms)
        agreeing, total = majority(groups, faces(itertools.chain(*groups), "kk", "key"))
        self.report.row("Kazakh domain forms under one key", agreeing, 91, 97, f"of {total}")

    def russian_stems(self):
        path = self.shared / "eval" / "words" / "ru_ud_pairs.dev.tsv"
        what = "Russian pair F1"
        if path.exists():
            self.pairs(what, path, "ru", "stem", [("", None, .850, .87)])
            entries = table(path)
            forms = {e["form"]: e["form"].capitalize() if e["upos"] == "PROPN" else e["form"] for e in entries}
            stem_of = faces(forms.values(), "ru", "stem")
            pairs = {(e["form"], e["lemma"]) for e in entries}
            self.report.row(what + ", names with a capital",
                            pair_f1(pairs, {form: stem_of[cased] for form, cased in forms.items()}))
        else:
            self.report.missing(what, path)
        groups = [row["forms"].split() for row in table(CASES / "ru_surnames.tsv")]
        agreeing, total = majority(groups, faces(itertools.chain(*groups), "ru", "stem"))
        self.report.row("Russian surnames under one stem", agreeing / total, .853, 1.0, f"{total} forms")

    def old_spelling(self):
        what = "Old spelling, same stem as modern"
        self.same_stem(what + ", tested list", [(r["old"], r["modern"]) for r in table(CASES / "ru_prereform_pairs.tsv")])
        corpus = self.shared / "eval" / "alash" / "corpus.jsonl"
        if not corpus.exists():
            return self.report.missing(what + ", running text", corpus)
        texts = {row["_id"]: row["text"] for row in map(json.loads, corpus.read_text("utf-8").splitlines())}
        pairs = set()
        for name, old in texts.items():
            modern = texts.get(name.removesuffix("-petr"))
            if name.endswith("-petr") and modern:
                both = old.split(), modern.split()
                if len(both[0]) == len(both[1]):
                    pairs.update((a.strip(".,;:()«»"), b.strip(".,;:()«»")) for a, b in zip(*both) if a != b)
        self.same_stem(what + ", running text", sorted(pairs))

    def same_stem(self, what, pairs):
        """Old words are read as in a passage of their time, which an unmistakable word before them makes."""
        modern = [face(words, "stem") for words in analysed([new for _, new in pairs], "ru")]
        old = [face(words[1:], "stem") for words in analysed(["съѣздъ " + old for old, _ in pairs], "ru")]
        same = sum(a == b for a, b in zip(old, modern))
        self.report.row(what, same / len(pairs), .732, .98, f"{len(pairs)} words")

    # -- scripts

    def kazakh_scripts(self):
        sample = self.shared / "bench" / "sample" / "kk.jsonl.zst"
        if not sample.exists() or not self.reference:
            return self.report.missing("Kazakh scripts", sample)
        words = list(dict.fromkeys(itertools.chain.from_iterable(
            KAZAKH_WORD.findall(text.lower()) for text in sample_texts(sample))))
        keys = list(itertools.chain(*self.keys_in(words, None)))
        for name, system in ALPHABETS.items():
            floor = None if name == "Yañalif" else .997
            found = itertools.chain(*self.keys_in(words, system))
            lost = self.lost_in(words, keys, system)
            right = [a == b for word, a, b in zip(words, keys, found) if word not in lost]
            self.report.row(f"Kazakh in {name}: key of the Cyrillic word", sum(right) / len(right), None, floor,
                            f"{len(right)} words, {len(lost)} more written like another")
        self.attested("Kazakh attested in Arabic script", self.shared / "tables" / "kk_arab_pairs.tsv", "arab_tote", 98)
        self.attested("Kazakh attested in Yañalif", CASES / "kazakh_yanalif_pairs.tsv", "yanalif", .95)

    def lost_in(self, words, keys, system):
        """Words that the alphabet writes like another word of the list which has another key (Arabic writes күнді and
        құнды alike): what is written does not say which is meant, so no reader can be right about both."""
        alike = collections.defaultdict(dict)
        for word, key in zip(words, keys):
            alike[respelt(word, system, self.reference)][word] = key
        return {word for same in alike.values() if len(set(same.values())) > 1 for word in same}

    def passages(self, words, system):
        lines = [" ".join(words[at:at + PASSAGE]) for at in range(0, len(words), PASSAGE)]
        return analysed([respelt(line, system, self.reference) for line in lines] if system else lines,
                        None if system else "kk")

    def keys_in(self, words, system):
        """The keys passage by passage; a passage that falls into another number of words counts as wrong."""
        for at, found in zip(range(0, len(words), PASSAGE), self.passages(words, system)):
            expected = words[at:at + PASSAGE]
            yield [word.key for word in found] if len(found) == len(expected) else [""] * len(expected)

    def attested(self, what, path, column, floor):
        """Words in another alphabet (column) and in Cyrillic (cyrl); floor: a count or, with a point, a share."""
        if not path.exists():
            return self.report.missing(what, path)
        rows = table(path)
        cyrillic = faces([row["cyrl"] for row in rows], "kk", "key")
        lines = analysed([" ".join(row[column] for row in rows)])
        same = sum(word.key == cyrillic[row["cyrl"]] for word, row in zip(lines[0], rows)) if len(lines[0]) == len(rows) else 0
        self.report.row(what, same if isinstance(floor, int) else same / len(rows), None, floor, f"of {len(rows)}")

    # -- retrieval

    def retrieval_row(self, collection, language, anchor, floor):
        value = self.measure(collection, language, None)
        if value is None:
            return self.report.missing(f"{collection} {language}", self.shared / "eval" / collection)
        self.report.row(f"{collection} {language}".strip() + " nDCG@10", value, anchor, floor)

    def changed(self, collection, language, how, change):
        """Queries that a function changes should find nearly as much as unchanged ones."""
        whole = self.measure(collection, language, None)
        if whole is None:
            return
        value = self.measure(collection, language, change)
        self.report.row(f"{collection} {language}".strip() + f" nDCG@10, queries {how}", value, None,
                        REWRITTEN * whole, f"{value / whole:.1%} of {whole:.4f}")

    def retrieval(self):
        self.retrieval_row("kk-kazqad-mini", "", .725, .755)
        for name in ("Latin 2021", "Latin 2018", "Arabic"):
            if self.reference:
                self.changed("kk-kazqad-mini", "", f"in {name}",
                             lambda text, name=name: respelt(text, ALPHABETS[name], self.reference))
        self.retrieval_row("kk-latn-news", "", .869, .90)
        self.retrieval_row("ru-prereform-oz", "", .973, .97)
        self.retrieval_row("ru-kw-ng", "", .761, .78)
        self.retrieval_row("x-xquad", "ru", .953, .957)
        for collection, language, anchor, floor in (("vi-alqac", "", .814, .86), ("x-xquad", "vi", .958, .965)):
            self.retrieval_row(collection, language, anchor, floor)
            self.changed(collection, language, "without marks", unmarked)

    # -- languages

    def languages(self):
        path = self.shared / "eval" / "langid" / "sentences.dev.tsv"
        if not path.exists():
            return self.report.missing("Language of a sentence", path)
        rows = [(row["lang"], row["text"]) for row in table(path) if len(re.findall(r"[^\W\d_]+", row["text"])) >= 3]
        old = loaded(ROOT / "scripts" / "train_langid").old_spelling
        kinds = {"kk": [("kk", str)], "ru": [("ru", str), ("ru before 1918", old)],
                 "vi": [("vi", str), ("vi without marks", unmarked)], "en": [("other (English)", str)]}
        if self.reference:
            kinds["kk"] += [(f"kk in {name}", lambda text, system=system: respelt(text, system, self.reference))
                            for name, system in ALPHABETS.items()]
        every = []
        for language, ways in kinds.items():
            expected = "other" if language == "en" else language
            texts = [text for lang, text in rows if lang == language]
            for name, change in ways:
                answers = [line.split("\t")[0] for line in ask(["detect"], map(change, texts)).splitlines()]
                right = [answer == expected for answer in answers]
                every += right
                self.report.row(f"Language of a sentence: {name}", sum(right) / len(right), None, .995, f"{len(right)}")
        self.report.row("Language of a sentence: all", sum(every) / len(every), .92, .995, f"{len(every)}")
