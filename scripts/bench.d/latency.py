"""How long searches take: by class of query, as pages are read, while somebody types, filtered, and during an update."""
import shutil
import statistics
import subprocess

from measure import BIN, WORK, medians, percentile, spread, usage
from peers import Izde
from sample import CLASSES, hold_back, typed_queries


def by_query(rounds):
    return medians(rounds)


def report_classes(name, queries, rounds):
    times = by_query(rounds)
    for kind in CLASSES + ["all"]:
        print(f"{name:16} {kind:8} {spread([time for time, query in zip(times, queries) if kind in ('all', query[0])])}")


def classes(engines, queries, rounds):
    """Plain lists of ten: interleaved; Izde both without and with what it adds to a query."""
    kinds = {"izde --exact": lambda: engines[0].times(queries, "--exact"), "izde expanded": lambda: engines[0].times(queries)}
    kinds |= {engine.name: (lambda engine=engine: engine.times(queries)) for engine in engines[1:]}
    times = {name: [] for name in kinds}
    for _ in range(rounds):
        for name, ask in kinds.items():
            times[name].append(ask())
    print("\nten hits of a list, milliseconds")
    for name, own in times.items():
        report_classes(name, queries, own)


def ask_in_turn(title, kinds, rounds):
    """One line each; the medians over queries, by name."""
    times = {name: [] for name in kinds}
    for _ in range(rounds):
        for name, ask in kinds.items():
            times[name].append(ask())
    print(f"\n{title}, milliseconds")
    for name, own in times.items():
        print(f"{name:26} {spread(by_query(own))}")
    return {name: statistics.median(by_query(own)) for name, own in times.items()}


def pages(engines, queries, rounds):
    kinds = {"izde --exact": lambda: engines[0].page_times(queries, "--exact"), "izde expanded": lambda: engines[0].page_times(queries)}
    ask_in_turn("first page of ten with title and snippet, rendered", kinds | {engine.name: (lambda engine=engine: engine.page_times(queries)) for engine in engines[1:]}, rounds)


def typing(engines, queries, rounds):
    """The last word is not complete: word*; Izde expands the first."""
    typed = typed_queries(queries)
    ask_in_turn(f"search as you type, {len(typed)} pairs of words, the last a beginning", {engine.name: (lambda engine=engine: engine.times(typed)) for engine in engines}, rounds)


def filters(engines, queries, russian, rounds):
    """By language the Russian queries, which mean Russian texts anyhow; by date all."""
    izde, fts5 = engines[0], next(engine for engine in engines if engine.name == "fts5")
    dates = ["--from", "1900", "--to", "2000"]
    found = ask_in_turn("filtered", {
        "izde": lambda: izde.times(queries, "--exact"), "izde --from 1900 --to 2000": lambda: izde.times(queries, "--exact", *dates),
        "izde, ru": lambda: izde.times(russian, "--exact"), "izde, ru, --lang ru": lambda: izde.times(russian, "--exact", "--lang", "ru"),
        "fts5, ru": lambda: fts5.times(russian), "fts5, ru, lang = 'ru'": lambda: fts5.times(russian, where="and lang = 'ru'")}, rounds)
    for name, whole in ("izde --from 1900 --to 2000", "izde"), ("izde, ru, --lang ru", "izde, ru"), ("fts5, ru, lang = 'ru'", "fts5, ru"):
        print(f"{name:26} median over unfiltered {found[name] / found[whole]:.2f}")


def during_update(jsonl, queries, rounds):
    """Searches of an index while a tenth is added to it, committed in small parts, beside the same searches with nobody writing."""
    rest, more = hold_back(jsonl, 10)
    ready, busy = Izde(WORK / "rest.db"), Izde(WORK / "busy.db")
    ready.index(rest)
    quiet, meanwhile, asked = [], [], 0
    for _ in range(rounds):
        shutil.rmtree(busy.database, ignore_errors=True)
        shutil.copytree(ready.database, busy.database)
        quiet.append(busy.times(queries, "--exact"))
        writer = subprocess.Popen([BIN / "izde-index", "-q", "--jobs", "1", "--commit", "500", "--db", busy.database, more])
        times = busy.times(queries, "--exact")
        while writer.poll() is None and asked < 50 * rounds:  # and again, until it is done
            meanwhile.append(times)
            asked += 1
            times = busy.times(queries, "--exact")
        writer.wait()
    if not meanwhile:
        print("\nno search was over before the update was")
        return
    print(f"\nduring an update ({asked} passes over the queries, by time asked), milliseconds")
    print(f"{'nobody writes':26} {spread([time for times in quiet for time in times])}")
    print(f"{'during an update':26} {spread([time for times in meanwhile for time in times])}")
    for database in (ready, busy):
        shutil.rmtree(database.database)


def memory(izde, queries):
    for name, extra in ("--exact", ["--exact"]), ("expanded", []), ("pages as text", ["--format", "text"]):
        print(f"peak memory of one search program, {len(queries)} queries {name}: {searched(izde, queries, extra):.0f} MB")


def searched(izde, queries, extra):
    command = [part for part in izde.command(queries, *extra) if part != "--timing"]
    return usage(["/bin/sh", "-c", 'exec "$@" 2>/dev/null', "sh", *command], quiet=True)[2]
