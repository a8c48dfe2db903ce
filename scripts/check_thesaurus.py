#!/usr/bin/env python3
"""Checks the SKOS files of the thesaurus, so that a librarian hears of a slip before readers do.

    scripts/check_thesaurus.py [FILE.ttl | FOLDER]...        default: corpus/thesaurus beside this script

Says what is wrong as file:line: sentence; exit code 0 nothing wrong, 1 something wrong, 2 a file cannot be read.

A label of some time is a thing in brackets, [ skosxl:literalForm "киргиз"@ru ; dct:valid "../1925-05" ].
Beside labels and relations it checks izde:date (EDTF) and izde:generatedLabel, which says once more those labels of a
concept that a rule made and nobody has seen in a text.

It reads the part of Turtle that the files are written in: @prefix lines; statements `subject predicate object, object ;
predicate object .` whose terms are <addresses>, prefix:names, `a`, and "text"@tag on one line; comments; brackets around
the two properties of such a label. Other blank nodes, lists, numbers and long texts in three quotes are refused, although
Izde itself would read them.
"""
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

SKOS = "http://www.w3.org/2004/02/skos/core#"
SKOSXL = "http://www.w3.org/2008/05/skos-xl#"
VALID = "http://purl.org/dc/terms/valid"
IZDE = "https://izde.example/ns#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABELS = {SKOS + "prefLabel": "preferred", SKOS + "altLabel": "alternative", SKOS + "hiddenLabel": "hidden",
          IZDE + "exactLabel": "exact"}
DATED_LABELS = {SKOSXL + "prefLabel": "preferred", SKOSXL + "altLabel": "alternative",
                SKOSXL + "hiddenLabel": "hidden"}
RELATIONS = {SKOS + "broader", SKOS + "narrower", SKOS + "related"}
GENERATED = IZDE + "generatedLabel"
DATE = IZDE + "date"
KNOWN = {GENERATED, DATE, TYPE, SKOS + "inScheme", SKOS + "scopeNote", SKOS + "exactMatch"} | RELATIONS | set(LABELS) | set(DATED_LABELS)
REQUIRED_LANGUAGES = ("vi", "kk", "ru")
# tag -> scripts its letters may be of
TAGS = {"vi": {"LATIN"}, "vi-x-phonetic": {"LATIN"}, "kk-Cyrl": {"CYRILLIC"}, "kk-Latn": {"LATIN"},
        "kk-Latn-x-acute18": {"LATIN"}, "kk-Latn-baku1926": {"LATIN", "CYRILLIC"}, "kk-Arab": {"ARABIC"},
        "ru": {"CYRILLIC"}, "ru-petr1708": {"CYRILLIC"}, "ru-Latn": {"LATIN"}, "en": {"LATIN"}}
TERMS = "terms"                         # the scheme of words, which are no names
TERM_TAGS = {"vi", "kk-Cyrl", "ru", "en"}
ROMAN = re.compile(r"\b[IVXLC]+\b")      # Николай II
DAY = r"-?\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?"
EDTF = re.compile(rf"{DAY}(?:/(?:{DAY}|\.\.)?)?|(?:\.\.)?/{DAY}")
TOKEN = re.compile(r"""
    (?P<space>[ \t\r]+ | \#[^\n]*) | (?P<newline>\n)
  | (?P<prefix>@prefix\b) | (?P<iri><[^<>"{}|^`\\\s]*>)
  | (?P<text>"(?:[^"\\\n]|\\.)*")(?:@(?P<tag>[A-Za-z]+(?:-[A-Za-z0-9]+)*))?
  | (?P<name>[A-Za-z][\w-]*:[\w-]*) | (?P<a>a(?=\s)) | (?P<sign>[;,.\[\]])
""", re.VERBOSE)
ESCAPES = {"t": "\t", "n": "\n", "r": "\r", '"': '"', "\\": "\\", "'": "'"}


class Slip(Exception):
    """A mistake at which reading of a file ends: (line, sentence)."""


class Concept:
    def __init__(self, place):
        self.place = place          # (file, line) where it is declared or first spoken of
        self.types = set()
        self.schemes = []           # (scheme, place)
        self.labels = []            # (kind, text, tag, place)
        self.times = {}             # place in labels -> (first, last) of a dated label
        self.relations = []         # (predicate, target, place)
        self.matches = []           # (address, place)
        self.generated = []         # (text, tag, place): labels that a rule made


def tokens(text):
    """Yields (line, kind, value, tag)."""
    at, line = 0, 1
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise Slip(line, f"not understood: {text[at:at + 20].splitlines()[0]!r}")
        at = match.end()
        kind = match.lastgroup if match.lastgroup != "tag" else "text"
        if kind == "newline":
            line += 1
        elif kind != "space":
            yield line, kind, match.group(kind), match.group("tag")


def unquote(text):
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m.group(1), m.group(1)), text[1:-1])


class Reader:
    """Statements of one file, as (line, subject, predicate, object, tag); a text's tag is "" where it has none. What
    stands in brackets is a list of (predicate, object, tag)."""

    def __init__(self, text):
        self.rest = list(tokens(text))
        self.rest.reverse()
        self.line = 1
        self.prefixes = {}

    def take(self, *kinds):
        if not self.rest:
            raise Slip(self.line, "the file ends within a statement; is a full stop missing?")
        self.line, kind, value, tag = self.rest.pop()
        if kind not in kinds:
            raise Slip(self.line, f"{value!r} where {' or '.join(kinds)} is needed")
        return kind, value, tag

    def address(self, kind, value):
        if kind == "a":
            return TYPE
        if kind == "iri":
            return value[1:-1]
        prefix, name = value.split(":", 1)
        if prefix not in self.prefixes:
            raise Slip(self.line, f"prefix {prefix}: is not declared")
        return self.prefixes[prefix] + name

    def statements(self):
        while self.rest:
            kind, value, _ = self.take("prefix", "iri", "name")
            if kind == "prefix":
                _, name, _ = self.take("name")
                _, iri, _ = self.take("iri")
                self.prefixes[name.rstrip(":")] = iri[1:-1]
                self.take("sign")
                continue
            yield from self.predicates(self.address(kind, value))

    def predicates(self, subject):
        sign = ";"
        while sign == ";":
            kind, value, _ = self.take("a", "iri", "name", "sign")
            if kind == "sign":
                if value != ".":
                    raise Slip(self.line, f"{value!r} where a property is needed")
                return
            predicate = self.address(kind, value)
            sign = ","
            while sign == ",":
                kind, value, tag = self.take("iri", "name", "text", "sign")
                if kind == "sign":
                    if value != "[":
                        raise Slip(self.line, f"{value!r} where an address or text is needed")
                    yield self.line, subject, predicate, self.bracket(), None
                elif kind == "text":
                    yield self.line, subject, predicate, unquote(value), tag or ""
                else:
                    yield self.line, subject, predicate, self.address(kind, value), None
                _, sign, _ = self.take("sign")


    def bracket(self):
        inside, sign = [], ";"
        while sign == ";":
            kind, name, _ = self.take("a", "iri", "name", "sign")
            if kind == "sign":
                sign = name
                break
            kind_there, value, tag = self.take("iri", "name", "text")
            value = unquote(value) if kind_there == "text" else self.address(kind_there, value)
            inside.append((self.address(kind, name), value, (tag or "") if kind_there == "text" else None))
            _, sign, _ = self.take("sign")
        if sign != "]":
            raise Slip(self.line, f"{sign!r} where ] is needed")
        return inside


def short(address):
    return re.split(r"[/#]", address)[-1]


def language(tag):
    return tag.split("-")[0].lower()


def folded(text):
    """What two labels have in common when they would be found in the same place."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", text).casefold()).strip()


def scripts(text):
    return {unicodedata.name(c, "?").split()[0] for c in text if c.isalpha() and not unicodedata.combining(c)}


def load(files, complain):
    concepts = {}
    for file in files:
        reader = None
        try:
            reader = Reader(file.read_text(encoding="utf-8"))
            for line, subject, predicate, value, tag in reader.statements():
                concept = concepts.setdefault(subject, Concept((file, line)))
                add(concept, (file, line), predicate, value, tag, complain)
        except Slip as slip:
            complain((file, slip.args[0]), slip.args[1])
        except UnicodeDecodeError as error:
            complain((file, 1), f"not UTF-8: byte {error.start}")
    return concepts


def add(concept, place, predicate, value, tag, complain):
    is_text = tag is not None
    if predicate not in KNOWN:
        complain(place, f"unknown property {predicate}")
    elif isinstance(value, list) or predicate in DATED_LABELS:
        add_dated(concept, place, predicate, value, complain)
    elif predicate in LABELS:
        if is_text:
            concept.labels.append((LABELS[predicate], value, tag, place))
        else:
            complain(place, f"{short(predicate)} needs text in quotes")
    elif predicate == GENERATED:
        if is_text:
            concept.generated.append((value, tag, place))
        else:
            complain(place, "generatedLabel needs text in quotes")
    elif predicate == DATE:
        if tag != "" or not EDTF.fullmatch(value):
            complain(place, f'date "{value}" is not EDTF in quotes without a tag, as "1866/1937" or "1918-06"')
        elif out_of_order(value):
            complain(place, f'date "{value}" ends before it begins')
    elif predicate == SKOS + "scopeNote":
        if not is_text or not tag:
            complain(place, "scopeNote needs text in quotes with a language tag")
    elif is_text:
        complain(place, f"{short(predicate)} needs an address, not text")
    elif predicate == TYPE:
        concept.types.add(value)
        concept.place = place
    elif predicate == SKOS + "inScheme":
        concept.schemes.append((value, place))
    elif predicate == SKOS + "exactMatch":
        concept.matches.append((value, place))
    else:
        concept.relations.append((predicate, value, place))


def add_dated(concept, place, predicate, inside, complain):
    if predicate not in DATED_LABELS:
        complain(place, f"{short(predicate)} has no brackets; a dated label is skosxl:altLabel [ … ]")
        return
    forms = [(value, tag) for name, value, tag in inside if name == SKOSXL + "literalForm"] \
        if isinstance(inside, list) else []
    times = [value for name, value, _ in inside if name == VALID] if forms else []
    if len(forms) != 1 or len(times) != 1 or len(inside) != 2 or forms[0][1] is None:
        complain(place, 'a dated label is [ skosxl:literalForm "…"@ru ; dct:valid "../1925" ]')
        return
    if not EDTF.fullmatch(times[0]) or re.search("[?~%]|-2[1-4]", times[0]) or out_of_order(times[0]):
        complain(place, f'"{times[0]}" is no EDTF date or interval of days, months or years, as "../1925" or "1925-06/.."')
        return
    concept.times[len(concept.labels)] = span(times[0])
    concept.labels.append((DATED_LABELS[predicate], *forms[0], place))


def span(date):
    """First and last day, as text that sorts: ("", "1925-05-31")."""
    first, last = (date.split("/") * 2)[:2]
    return "" if first == ".." else first, "9999" if last in ("", "..") else last + "-99-99"[len(last) - 4:]


def overlap(one, other):
    """Whether two labels may stand in one passage; None: always."""
    return not one or not other or one[0] <= other[1] and other[0] <= one[1]


def out_of_order(date):
    ends = [end.rstrip("?~%") for end in date.split("/")]
    return len(ends) == 2 and all(end[:1].isdigit() for end in ends) and ends[0][:len(ends[1])] > ends[1]


def is_term(concept):
    return any(short(scheme) == TERMS for scheme, _ in concept.schemes)


def check_label(text, tag, place, complain):
    if tag not in TAGS:
        complain(place, f'"{text}" has the unknown language tag "{tag}"' if tag else f'"{text}" has no language tag')
    else:
        used = scripts(ROMAN.sub("", text) if "LATIN" not in TAGS[tag] else text)
        if used - TAGS[tag] or not used:
            complain(place, f'"{text}"@{tag} has letters of another script: {", ".join(sorted(used - TAGS[tag]))}')
    if text != unicodedata.normalize("NFC", text):
        complain(place, f'"{text}" is not in composed form (NFC)')
    if text != " ".join(text.split()):
        complain(place, f'"{text}" has a space too many')


def check_concept(concept_id, concept, complain):
    preferred = defaultdict(list)
    seen = {}
    for number, (kind, text, tag, place) in enumerate(concept.labels):
        check_label(text, tag, place, complain)
        if kind == "preferred":
            preferred[tag].append((text, place))
        time = concept.times.get(number)
        earlier = seen.setdefault((text, tag, kind == "exact"), [])
        earlier.append(time)
        if any(overlap(time, before) for before in earlier[:-1]):
            complain(place, f'{concept_id} has "{text}"@{tag} twice')
    spoken = {(text, tag) for _, text, tag, _ in concept.labels}
    marked = set()
    for text, tag, place in concept.generated:
        if (text, tag) not in spoken:
            complain(place, f'{concept_id} has no label "{text}"@{tag} that could be generated')
        elif (text, tag) in marked:
            complain(place, f'{concept_id} says twice that "{text}"@{tag} is generated')
        marked.add((text, tag))
    if is_term(concept):
        check_term(concept_id, concept, complain)
    for tag, labels in preferred.items():
        for text, place in labels[1:]:
            complain(place, f'{concept_id} has a second preferred label for {tag}: "{text}" beside "{labels[0][0]}"')
    for wanted in REQUIRED_LANGUAGES:
        if wanted not in map(language, preferred):
            complain(concept.place, f"{concept_id} has no preferred label in {wanted}")
    if len(concept.schemes) != 1:
        complain(concept.place, f"{concept_id} must be in exactly one scheme")
    for address, place in concept.matches:
        if not re.fullmatch(r"http://www\.wikidata\.org/entity/Q[1-9]\d*", address):
            complain(place, f"{concept_id}: exactMatch is no Wikidata entity: {address}")


def check_term(concept_id, concept, complain):
    """Terms become lines of a lexicon, in which | and : part the words."""
    for kind, text, tag, place in concept.labels:
        if kind not in ("preferred", "alternative") or tag in TAGS and tag not in TERM_TAGS:
            complain(place, f'{concept_id} is a term: "{text}"@{tag} may be a preferred or alternative label in '
                            f'{", ".join(sorted(TERM_TAGS))} only')
        if set(text) & set("|:()"):
            complain(place, f'{concept_id} is a term: "{text}" has a sign that no word has')


def check_relations(concepts, complain):
    for address, concept in concepts.items():
        for predicate, target, place in concept.relations:
            if target == address:
                complain(place, f"{short(address)} is {short(predicate)} to itself")
            elif target not in concepts:
                complain(place, f"{short(address)} is {short(predicate)} to {short(target)}, which is not there")
        for scheme, place in concept.schemes:
            if scheme not in concepts:
                complain(place, f"{short(address)} is in scheme {short(scheme)}, which is not declared")
    for address, concept in concepts.items():
        above, queue = set(), [address]
        while queue:
            current = concepts.get(queue.pop())
            for predicate, target, _ in current.relations if current else []:
                if predicate == SKOS + "broader" and target not in above:
                    above.add(target)
                    queue.append(target)
        if address in above:
            complain(concept.place, f"{short(address)} is broader than itself by way of others")


def check_clashes(concepts, complain):
    """One label, one language, two concepts at one time: a reader who types it could not know which is meant. A word has
    more than one meaning, so terms may share labels, but not the preferred ones of all languages."""
    owners, meanings = {}, {}
    for address, concept in concepts.items():
        if is_term(concept):
            words = frozenset((tag, folded(text)) for kind, text, tag, _ in concept.labels
                              if kind == "preferred" and tag != "en")
            owner = meanings.setdefault(words, address)
            if owner != address:
                complain(concept.place, f"{short(address)} means the same as {short(owner)}")
            continue
        for number, (_, text, tag, place) in enumerate(concept.labels):
            time = concept.times.get(number)
            there = owners.setdefault((folded(text), language(tag)), [])
            there.append((address, text, place, time))
            for owner, text_there, (file, line), time_there in there:
                if owner != address and overlap(time, time_there):
                    complain(place, f'"{text}"@{tag} of {short(address)} is also a label of {short(owner)}: '
                                    f'"{text_there}", {file.name}:{line}')
                    break


def main(arguments):
    paths = [Path(a) for a in arguments] or [Path(__file__).resolve().parent.parent / "corpus" / "thesaurus"]
    files = [f for p in paths for f in (sorted(p.glob("*.ttl")) if p.is_dir() else [p])]
    if not files:
        print("no .ttl files there", file=sys.stderr)
        return 2
    slips = set()

    def complain(place, what):
        slips.add((str(place[0]), place[1], what))

    try:
        everything = load(files, complain)
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    schemes = {a for a, c in everything.items() if SKOS + "ConceptScheme" in c.types}
    concepts = {a: c for a, c in everything.items() if a not in schemes}
    for address, concept in concepts.items():
        if SKOS + "Concept" not in concept.types:
            complain(concept.place, f"{short(address)} is not declared: `a skos:Concept` is missing")
        check_concept(short(address), concept, complain)
    check_relations({**concepts, **{a: everything[a] for a in schemes}}, complain)
    check_clashes(concepts, complain)
    for file, line, what in sorted(slips):
        print(f"{file}:{line}: {what}")
    if not slips:
        print(f"{len(files)} files, {len(concepts)} concepts, {sum(len(c.labels) for c in concepts.values())} labels: "
              "nothing wrong")
    return 1 if slips else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
