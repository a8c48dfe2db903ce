"""How programs are measured, and where things lie."""
import os
import pathlib
import statistics
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PARTS = pathlib.Path(__file__).resolve().parent
BIN = ROOT / "build" / "release" / "bin"
WORK = ROOT / "build" / "bench"


def usage(argv, quiet=False):
    """Runs a program; (wall seconds, CPU seconds, peak MB)."""
    start = time.perf_counter()
    quietly = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)] if quiet else []
    pid = os.posix_spawnp(str(argv[0]), [str(part) for part in argv], os.environ, file_actions=quietly)
    _, status, used = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"{argv[0]} failed")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def size_of(path):
    """Bytes of a file or a folder."""
    return path.stat().st_size if path.is_file() else sum(each.stat().st_size for each in path.rglob("*") if each.is_file())


def medians(rows):
    """Of each column."""
    return [statistics.median(column) for column in zip(*rows)]


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def spread(times):
    return f"mean {statistics.mean(times):8.3f}  p50 {percentile(times, .5):8.3f}  p95 {percentile(times, .95):8.3f}  p99 {percentile(times, .99):8.3f} ms"
