"""How the cost of indexing grows with the texts, and what a little more costs."""
import json
import pathlib
import shutil
import statistics
import subprocess
import sys

from measure import BIN, ROOT, WORK, medians, usage
from peers import Izde
from sample import grown, hold_back

MEMORY_LIMIT_MB = 512
SIZES_MB = [10, 68, 200, 500]


def growth(jsonl, sizes):
    """Indexes ever more of the sample, its words changed as it repeats; True if memory stayed below the limit."""
    izde, worst = Izde(WORK / "growth.db"), 0
    print(f"{'MB':>6} {'wall s':>8} {'cpu s':>8} {'cpu s/100 MB':>13} {'peak MB':>8} {'index/text':>10} {'segments':>9}", flush=True)
    for goal in sizes:
        path, size = grown(jsonl, goal * 1e6)
        wall, cpu, peak, stored = izde.index(path)
        segments = len((izde.database / "XAPIANDB").read_text().splitlines())
        worst = max(worst, peak)
        print(f"{size / 1e6:6.0f} {wall:8.1f} {cpu:8.1f} {100e6 * cpu / size:13.1f} {peak:8.0f} {stored / size:10.2f} {segments:9}", flush=True)
        path.unlink()
    shutil.rmtree(izde.database)
    if worst > MEMORY_LIMIT_MB:
        print(f"peak memory while indexing is {worst:.0f} MB; {MEMORY_LIMIT_MB} MB at most")
    return worst <= MEMORY_LIMIT_MB


def update(jsonl, rounds):
    """A hundredth held back, the rest indexed, then the hundredth added."""
    rest, more = hold_back(jsonl, 100)
    figures = {"whole": [], "update": []}
    izde = Izde(WORK / "update.db")
    for _ in range(rounds):
        figures["whole"].append(izde.index(rest)[:2])
        figures["update"].append(izde.add(more)[:2])
    whole, more = (medians(figures[name]) for name in ("whole", "update"))
    print(f"whole: wall {whole[0]:.2f} s  cpu {whole[1]:.2f} s; one hundredth more: wall {more[0]:.2f} s  cpu {more[1]:.2f} s")
    print(f"update/whole: wall {more[0] / whole[0]:.3f}, cpu {more[1] / whole[1]:.3f}")
    shutil.rmtree(izde.database)


def passages_of(source):
    """The passages of a file of the sample as a text, one a line."""
    path = WORK / (source.name.split(".")[0] + ".txt")
    unpacked = subprocess.run(["zstd", "-dc", source], capture_output=True, check=True).stdout.decode()
    lines = (" ".join(json.loads(line)["text"].split("\n")) for line in unpacked.split("\n") if line)
    path.write_text("".join(line.replace("\r", " ") + "\n" for line in lines), encoding="utf-8")
    return path


def analysis(sample: pathlib.Path, rounds):
    """Processor time of one core; the first pass meets every word anew, the second has met them."""
    program = ROOT / "build" / "release" / "tests" / "bench" / "analysis_bench"
    if not program.exists():
        sys.exit("the benchmark is missing; run scripts/build first")
    files = [passages_of(source) for source in sorted(sample.glob("*.jsonl.zst"))]
    rows = {path.stem: [] for path in files}
    for _ in range(rounds):
        for path in files:
            out = subprocess.run([program, path], capture_output=True, text=True, check=True).stdout
            rows[path.stem].append([float(cell) for cell in out.split("\t")[1:]])
    print(f"medians of {rounds} rounds; MB/s of one core; ratio to ICU's bare word iterator")
    print(f"{'':4} {'MB':>6} {'words':>9} {'ICU':>7} {'first':>7} {'ratio':>6} {'again':>7} {'ratio':>6}")
    for name, figures in rows.items():
        size, _, words, icu, first, again = (statistics.median(column) for column in zip(*figures))
        print(f"{name:4} {size:6.1f} {words:9.0f} {size / icu:7.1f} {size / first:7.1f} {first / icu:6.2f} {size / again:7.1f} {again / icu:6.2f}")
