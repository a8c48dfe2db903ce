#!/usr/bin/env python3
"""The command that a list names as its origin has every option that shaped it: for each option that --help of a command
knows, the list made with it is that of its own `rerun` line, which names the option. One that is new must be put here.

    rerun_test.py BIN_FOLDER SOURCE_FOLDER
"""
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

# Values that are not the default; those of LEFT_OUT shape no list: they dress it, or are of batches and measurements.
VALUES = {"--thesaurus": "my.ttl", "--lexicon": "my.tsv", "-n": "2", "--offset": "1", "--per-language": "1",
          "--lang": "ru", "--kind": "event", "--from": "1917", "--to": "1918-06", "--unit": "document",
          "--weight": "exact=0.5", "--timeline": "month", "--sort": "date", "--cite": "chicago"}
FLAGS = ["--all", "--undated", "--fold", "--exact", "--no-aliases", "--no-translate", "--explain", "--facets",
         "--people", "--places", "--institutions", "--languages", "--acts", "--issuers", "--same-document", "--all-dates"]
LEFT_OUT = {"-h", "--db", "--format", "--color", "--queries", "--timing", "--version"}
COMMANDS = {"": ["съезд"], "like": ["a.md#p1"], "timeline": ["съезд"]}
TEXTS = {"a.md": "5 декабря 1917 года в Оренбурге открылся съезд.\n\n# Б\nСъезд избрал Алаш-Орду.\n",
         "-b.md": "Съезд открылся 18 декабря 1917 года в Оренбурге.\n",
         "c.md": "Ngày 18 tháng 12 năm 1917 đại hội khai mạc tại Orenburg.\n"}


def run(command, folder, programs):
    environment = {"PATH": f"{programs}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stdout, done.stderr


def answer(out):
    found = json.loads(out)
    found.pop("seconds", None)
    return found


def options_of(command, folder, programs):
    """The name by which rerun tells each option: --count is -n."""
    out, _ = run(["izde-search", *command, "--help"], folder, programs)
    return [re.match(r"\s+(-{1,2}[\w-]+)", line)[1] for line in out.splitlines() if re.match(r"\s+-", line)]


def fault_of(words, option, folder, programs):
    command, words = (words[:1], words[1:]) if words[0] in COMMANDS else ([], words)
    out, err = run(["izde-search", *command, "--db", "i.db", "--format", "json", *words], folder, programs)
    try:
        found = answer(out)
        rerun = found["rerun"]
    except (ValueError, KeyError):
        return f"no list: {err.strip()}"
    if option not in shlex.split(rerun, comments=True):
        return f"not named in: {rerun}"
    again, err = run(["bash", "-c", rerun], folder, programs)
    return "" if again and answer(again) == found else f"another list by: {rerun} {err.strip()}"


def main():
    programs = pathlib.Path(sys.argv[1]).resolve()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, text in TEXTS.items():
            (pathlib.Path(folder) / "s").mkdir(exist_ok=True)
            (pathlib.Path(folder) / "s" / name).write_text(text, encoding="utf-8")
        (pathlib.Path(folder) / "my.ttl").write_text("", encoding="utf-8")
        (pathlib.Path(folder) / "my.tsv").write_text("vi\tkk\tru\ten\nđại hội\tсиез\tсъезд\tcongress\n", encoding="utf-8")
        run(["izde-index", "-q", "--db", "i.db", "s"], folder, programs)
        for name, asked in COMMANDS.items():
            command = [name] if name else []
            for option in options_of(command, folder, programs):
                if option in LEFT_OUT:
                    continue
                known = option in VALUES or option in FLAGS
                words = [*command, *asked, option, *([VALUES[option]] if option in VALUES else [])]
                fault = fault_of(words, option, folder, programs) if known else "is not in this test; put it there"
                if fault:
                    print(f"izde-search {name} {option}: {fault}")
                    failed += 1
        for words in (["like", "--", "-b.md#p1"], ["timeline", "--", "-земля съезд"], ["--", "-земля съезд"]):
            if fault := fault_of(words, "--", folder, programs):
                print(f"izde-search {' '.join(words)}: {fault}")
                failed += 1
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
