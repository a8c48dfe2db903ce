"""Texts and queries that are measured with."""
import json
import shutil
import subprocess

from measure import WORK

CLASSES = ["rare", "common", "or", "and", "phrase"]


def prepare(folder):
    """The sample as one plain JSONL file; (path, passages, bytes of text)."""
    path = WORK / "sample.jsonl"
    count, size = 0, 0
    sources = sorted(folder.glob("*.jsonl.zst"))
    if not path.exists() or any(path.stat().st_mtime < source.stat().st_mtime for source in sources):
        with open(path, "wb") as out:
            for source in sources:
                shutil.copyfileobj(subprocess.Popen(["zstd", "-dc", source], stdout=subprocess.PIPE).stdout, out)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            count += 1
            size += len(json.loads(line)["text"].encode())
    return path, count, size


def read_queries(folder, language="*"):
    """(class, words) of each."""
    for path in sorted(folder.glob(f"{language}.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, words = line.split("\t")
            yield kind, words.split(" ")


def typed_queries(queries):
    """As somebody types: the last of two words is not complete yet."""
    return [("typed", [words[0], words[1][:max(3, len(words[1]) * 2 // 3)]]) for kind, words in queries
            if kind == "and" and len(words[1]) > 3]


def hold_back(jsonl, share):
    """Two files: all but each `share`th line, and these."""
    lines = jsonl.read_bytes().splitlines(keepends=True)
    rest, more = WORK / "rest.jsonl", WORK / "more.jsonl"
    rest.write_bytes(b"".join(line for i, line in enumerate(lines) if i % share))
    more.write_bytes(b"".join(lines[::share]))
    return rest, more


def changed(text, copy):
    """The text of a copy: one word of twenty gets an ending of that copy, so that the vocabulary grows as it does in real texts."""
    return " ".join(word + chr(ord("а") + copy % 32) * (1 + copy // 32) if i % 20 == copy % 20 and len(word) > 3 else word
                    for i, word in enumerate(text.split(" "))) if copy else text


def grown(jsonl, goal):
    """A file of `goal` bytes of text, languages mixed; (path, bytes of text)."""
    documents = [json.loads(line) for line in open(jsonl, encoding="utf-8")]
    documents = [doc for i in range(50) for doc in documents[i::50]]
    path, size, copy = WORK / "growth.jsonl", 0, 0
    with open(path, "w", encoding="utf-8") as out:
        while size < goal:
            for doc in documents:
                if size >= goal:
                    break
                text = changed(doc["text"], copy)
                size += len(text.encode())
                out.write(json.dumps(dict(doc, id=f"{doc['id']}-{copy}", text=text), ensure_ascii=False) + "\n")
            copy += 1
    return path, size
