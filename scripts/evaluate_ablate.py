"""What each weight of the ranking earns: scripts/evaluate ablate [--tune] [COLLECTION…].

Every row of the weights (izde-search --weight) is set to nothing while all others stay, and so are names and translations;
the table says how much nDCG@10 falls without it, collection by collection, in thousandths: 12 is a loss of .012, -3 a gain.
With --tune each row is tried at half and twice its usual weight as well, and the mean over the collections is printed: that
is how weights are chosen, on these development halves and on corpus/ only.
"""
import re
import statistics

USUAL = "usual"


class Ablation:
    def __init__(self, tools, folder, root, work):
        self.tools, self.folder, self.root, self.work = tools, folder, root, work
        self.indexes = {}

    def run(self, wanted, tune):
        tasks = [task for task in self.tasks() if not wanted or any(task[0].startswith(name) for name in wanted)]
        if not tasks:
            raise SystemExit(f"{self.folder}: no collection of that name")
        usual = [self.ndcg(task, []) for task in tasks]
        self.legend(tasks, usual)
        for name, options in self.settings(tune):
            found = [self.ndcg(task, options) for task in tasks]
            lost = [1000 * (before - after) for before, after in zip(usual, found)]
            print(f"{name:18}" + "".join(f"{x:6.0f}" for x in lost) + f"{statistics.mean(found):9.4f}", flush=True)
        return 0

    def legend(self, tasks, usual):
        for number, (task, value) in enumerate(zip(tasks, usual), 1):
            print(f"{number:3}  {task[0]:24} {value:.4f}")
        print(f"\n{'':18}" + "".join(f"{number:6}" for number in range(1, len(tasks) + 1)) + f"{'mean':>9}")
        print(f"{USUAL:18}" + " " * 6 * len(tasks) + f"{statistics.mean(usual):9.4f}", flush=True)

    def tasks(self):
        for collection in sorted(p for p in self.folder.iterdir() if p.is_dir()):
            yield from self.tools.tasks(collection)
        corpus = self.root / "corpus"
        for language in ("vi", "kk", "ru"):
            yield f"corpus {language}", corpus, corpus / f"queries.{language}.tsv", corpus / "judgments.qrels"

    def index(self, corpus):
        """Made once, however many settings are tried on it."""
        if corpus in self.indexes:
            return self.indexes[corpus]
        if corpus == self.root / "corpus":
            database = self.work / "corpus.db"
            self.tools.index([corpus], database)
        else:
            database = self.tools.index_of(corpus, self.work)
        self.indexes[corpus] = database
        return database

    def ndcg(self, task, options):
        name, corpus, queries, qrels = task
        trec = self.work / (name.replace(" ", ".") + ".ablate.trec")
        self.tools.search(self.index(corpus), queries, trec, extra=options)
        return self.tools.score(trec, qrels)[0]["nDCG@10"]

    def settings(self, tune):
        for name, usual in self.weights():
            for factor in (0, .5, 2) if tune else (0,):
                yield (f"{name} × {factor}" if tune else f"without {name}"), ["--weight", f"{name}={factor * usual}"]
        if not tune:
            yield "without names", ["--no-aliases"]
            yield "without lexicon", ["--no-translate"]

    def weights(self):
        """Names and usual weights, as the table of the engine has them."""
        table = self.root / "searcher" / "engine" / "weights.cpp"
        rows = re.findall(r'\{"(\w+)", ([\d.]+)\}', table.read_text("utf-8"))
        if not rows:
            raise SystemExit(f"{table}: no row of the form {{\"title\", 0.05}}")
        return [(name, float(value)) for name, value in rows]
