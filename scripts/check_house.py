#!/usr/bin/env python3
"""Holds the source tree to the house rules of docs/ARCHITECTURE.md: who may include whom, which files may name which
library, how long files and functions may be, and that no note of unfinished work is left behind. Also that the links between the
documents lead somewhere, that `copyright` says of each text of corpus/ what the text says itself, and that tables say their terms.

    scripts/check_house.py [FOLDER]      # prints file:line: what is wrong; exit code 1 if anything is
"""
import pathlib
import re
import sys

# Room -> rooms it may include (itself always).
MAY_INCLUDE = {
    "analysis": set(),
    "schema": {"analysis"},
    "thesaurus": {"analysis"},
    "indexer": {"schema", "thesaurus", "analysis"},
    "searcher": {"schema", "thesaurus", "analysis"},
}

# Inside a room: folder -> folders of the same room it may not include.
NOT_INSIDE = {
    "searcher/query": {"searcher/engine", "searcher/output", "searcher/eval"},
    "searcher/engine": {"searcher/output", "searcher/eval"},
    "searcher/output": {"searcher/query/parser.hpp"},
    "indexer/readers": {"indexer/writer.hpp", "indexer/pipeline.hpp"},
    "analysis/filters": {"analysis/languages", "analysis/analyzer.hpp"},
}

# Third-party header (pattern) -> files (patterns below the root) that are its home.
HOMES = {
    r"unicode/": [r"analysis/(unicode|boundaries|sentences)\.cpp", r"indexer/readers/encoding\.cpp"],
    r"xapian\.h": [r"analysis/filters/(english|russian)_stem\.cpp", r"schema/.*", r"indexer/writer\..pp", r"indexer/(check|segment)/.*", r"searcher/engine/.*"],
    r"CLI/": [r"indexer/options\.cpp", r"searcher/options(\.cpp|/.*)"],
    r"cmark": [r"indexer/readers/markdown\.cpp"],
    r"gumbo": [r"indexer/readers/html\.cpp"],
    r"yaml-cpp": [r"indexer/readers/front_matter\.cpp"],
    r"nlohmann": [r"indexer/readers/json_line\.cpp", r"indexer/report\.cpp", r"searcher/output/json\w*\..pp"],
    r"simdjson": [r"indexer/readers/json_line\.cpp"],
    r"zlib\.h": [r"indexer/readers/gzip\.cpp"],
    r"zstd": [r"indexer/readers/zstd\.cpp", r"schema/packing\.cpp"],
    r"serd": [r"thesaurus/skos\.cpp"],
}

# Rooms whose tables must say their terms, and how they do.
TABLES = ("analysis", "searcher", "thesaurus")
TERMS = re.compile(r"CC0|CC[ -]BY|GPL|public domain")

MAX_LINES = 400
MAX_FUNCTION = 50
BANNED_NAMES = re.compile(r"\b(?:class|struct)\s+\w*(?:Manager|Helper|Util|Impl|Base)\b")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)')


def room_of(path):
    return path.parts[0]


def check_include(path, target, angled):
    name = path.as_posix()
    if not angled:
        room = target.split("/")[0]
        if room in MAY_INCLUDE and room != room_of(path) and room not in MAY_INCLUDE[room_of(path)]:
            yield f"{room_of(path)}/ may not include {room}/"
        for folder, refused in NOT_INSIDE.items():
            if name.startswith(folder + "/"):
                for place in refused:
                    if target == place or target.startswith(place + "/"):
                        yield f"{folder}/ may not include {place}"
    for pattern, homes in HOMES.items():
        if re.match(pattern, target) and not any(re.fullmatch(home, name) for home in homes):
            yield f"<{target}> may be named only in {', '.join(homes)}"


def function_lengths(lines):
    """(first line, length) of each function body: from a line that ends in '{' at depth of namespace or class to its '}'."""
    start = None
    indent = 0
    for number, line in enumerate(lines, 1):
        stripped = line.rstrip()
        if start is None:
            opens = re.match(r"^(\s{0,2})\S.*[)\w>]\s*(?:const|noexcept|override|&&|\s)*\{$", stripped)
            if opens and "(" in stripped or (opens and stripped.lstrip().startswith(")")):
                if not re.match(r"^\s*(?:namespace|class|struct|enum|union)\b", stripped):
                    start, indent = number, len(opens.group(1))
        elif stripped == " " * indent + "}" or stripped == " " * indent + "};":
            yield start, number - start
            start = None


def check_file(root, path):
    text = (root / path).read_text(encoding="utf-8")
    lines = text.splitlines()
    if len(lines) > MAX_LINES:
        yield len(lines), f"has {len(lines)} lines; {MAX_LINES} at most"
    for number, line in enumerate(lines, 1):
        include = INCLUDE.match(line)
        if include:
            for fault in check_include(path, include.group(1) or include.group(2), include.group(2) is not None):
                yield number, fault
        if UNFINISHED.search(line):
            yield number, "notes unfinished work"
        if BANNED_NAMES.search(line):
            yield number, "a type wants a noun of the field"
        if re.match(r"^using namespace\b", line):
            yield number, "using namespace at file scope"
    if path.suffix == ".hpp":
        if "#pragma once" not in text:
            yield 1, "a header without #pragma once"
        if not text.startswith("//"):
            yield 1, "a header opens with what it is for"
    for start, length in function_lengths(lines):
        if length > MAX_FUNCTION:
            yield start, f"a function of {length} lines; {MAX_FUNCTION} at most"


LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")


def check_links(root):
    """Links of README.md and docs/ to other files, outside blocks of code."""
    for path in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        in_code = False
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("```"):
                in_code = not in_code
            if in_code:
                continue
            for target in LINK.findall(line):
                if re.match(r"[a-z]+:", target) or target.startswith("#"):
                    continue
                if not (path.parent / target.split("#")[0]).exists():
                    yield path.relative_to(root), number, f"the link {target} leads nowhere"


def check_rights(root):
    """The texts of corpus/ that are CC0 are those that `copyright` lists as such; all others of them are CC BY 4.0."""
    waived = set()
    for paragraph in (root / "copyright").read_text(encoding="utf-8").split("\n\n"):
        if "License: CC0-1.0" in paragraph:
            waived.update(re.findall(r"corpus/(?:vi|kk|ru)/[\w.-]+", paragraph))
    for language in "vi", "kk", "ru":
        for path in sorted((root / "corpus" / language).iterdir()):
            said = re.search(r"^(?:rights: |.*\brights\" content=\")(CC[\w .]*\w)", path.read_text(encoding="utf-8"), re.M)
            name = path.relative_to(root)
            wanted = "CC0 1.0" if name.as_posix() in waived else "CC BY 4.0"
            if not said or said.group(1) != wanted:
                yield name, 1, f"says {said.group(1) if said else 'nothing'} of its rights, `copyright` says {wanted}"


def check_tables(root):
    """Every table says in its comments on what terms it is (docs/CONTRIBUTING.md)."""
    for room in TABLES:
        for path in sorted((root / room).rglob("tables/*.tsv")):
            comments = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
            if not any(TERMS.search(line) for line in comments):
                yield path.relative_to(root), 1, "says no terms; for an own compilation: Own compilation; CC0-1.0."


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)
    faults = 0
    for room in MAY_INCLUDE:
        for path in sorted((root / room).rglob("*")):
            if path.suffix in {".cpp", ".hpp"}:
                for line, fault in check_file(root, path.relative_to(root)):
                    print(f"{path.relative_to(root)}:{line}: {fault}")
                    faults += 1
    for path, line, fault in [*check_links(root), *check_rights(root), *check_tables(root)]:
        print(f"{path}:{line}: {fault}")
        faults += 1
    if faults:
        print(f"{faults} breaches of the house rules (docs/ARCHITECTURE.md)")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
