#!/usr/bin/env python3
"""Runs every command that README.md shows with the built programs: those in ```sh blocks that begin with izde-index or
izde-search, in their order, in one fresh folder that holds a copy of corpus/. scripts/… are checked to exist.

    readme_test.py BIN_FOLDER SOURCE_FOLDER
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def commands(readme):
    for block in re.findall(r"```sh\n(.*?)```", readme, re.S):
        for line in block.splitlines():
            line = re.sub(r"\s{2,}#.*", "", line).strip()
            if line and not line.startswith("#"):
                yield line


def main():
    programs, source = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
    environment = dict(os.environ, PATH=f"{programs}{os.pathsep}{os.environ['PATH']}")
    environment.pop("IZDE_DB", None)
    ran = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(source / "corpus", pathlib.Path(folder) / "corpus")
        for command in commands((source / "README.md").read_text(encoding="utf-8")):
            program = command.split()[0]
            if program.startswith("scripts/"):
                if not os.access(source / program, os.X_OK):
                    print(f"{program} is not there")
                    failed += 1
                continue
            if not re.search(r"\bizde-(index|search)\b", command) and not program.startswith("export"):
                continue
            result = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True)
            ran += 1
            if result.returncode != 0:
                print(f"$ {command}\nexit code {result.returncode}\n{result.stdout[-500:]}{result.stderr[-500:]}")
                failed += 1
    print(f"{ran} commands of README.md ran")
    return 1 if failed or ran == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
