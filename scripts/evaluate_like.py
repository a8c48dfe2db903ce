"""Measures `izde-search like` over corpus/: `scripts/evaluate like [tune|report]`.

The texts of the corpus say in their front matter what they are about (`about:`). For each passage that states an act or
tells of a happening, `like` should bring among its first five a passage of another language that is about the same. Weights
are tuned on the matters whose id has an even hash (tune), and the figure that counts is that of the others (report).
"""
import collections
import concurrent.futures
import json
import subprocess
import zlib

FIRST = 5
KINDS = ["decree", "event"]
LEAST = .70  # of the passages of the other half


def abouts(metadata):
    """The ids of what a document is about; one value may list several."""
    return [part for value in metadata.get("about", []) for part in value.replace(",", " ").split()]


def half(matters):
    """A matter belongs to one half for good, whatever is added to the corpus."""
    return "report" if zlib.crc32(matters[0].encode()) % 2 else "tune"


class Like:
    def __init__(self, tools, corpus, work):
        self.tools, self.corpus, self.database = tools, corpus, work / "like.db"

    def search(self, *arguments):
        command = [str(a) for a in (self.tools.programs / "izde-search", *arguments, "--format", "json", "--db", self.database)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(command)}: {result.stderr.strip()}")
        return json.loads(result.stdout)["hits"]

    def judged(self, passage):
        """(id, half, language, whether the first, whether one of the first five, is of another language and on the matter; share on it)"""
        matters = abouts(passage["metadata"])
        hits = self.search("like", passage["id"], "-n", FIRST)
        good = [bool(set(matters) & set(abouts(hit["metadata"]))) for hit in hits]
        across = [same and hit["lang"] != passage["lang"] for same, hit in zip(good, hits)]
        return passage["id"], half(matters), passage["lang"], any(across[:1]), any(across), sum(good) / FIRST

    def run(self, wanted, verbose):
        self.tools.index([self.corpus / language for language in ("vi", "kk", "ru")], self.database)
        passages = [hit for hit in self.search("--all", " OR ".join(f"kind:{kind}" for kind in KINDS)) if abouts(hit["metadata"])]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            rows = list(pool.map(self.judged, passages))
        by_row = collections.defaultdict(list)
        for _, which, language, *values in rows:
            for name in (which, f"{which} {language}"):
                by_row[name].append(values)
        print(f"{'like: passages of decrees and events':40} {'passages':>8} {'first':>7} {'in 5':>7} {'on it':>7}")
        for name in sorted(by_row, reverse=True):
            if not wanted or name.split()[0] in wanted:
                first, found, share = (sum(column) / len(by_row[name]) for column in zip(*by_row[name]))
                print(f"{name:40} {len(by_row[name]):8} {first:7.3f} {found:7.3f} {share:7.3f}")
        if verbose:
            print(*(row[0] for row in rows if not row[4] and (not wanted or row[1] in wanted)), sep="\n")
        reached = [row[4] for row in rows if row[1] == "report"]
        return sum(reached) / max(1, len(reached)) < LEAST
