"""What the indexer sees of each passage of corpus/, as indexer/tools/kind_facts.cpp prints it; for train_kinds and
check_acts."""
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "release"


def read_kind_facts():
    """The cells of each line. The program is brought up to date first: the tables are part of it, and no other target
    builds it."""
    subprocess.run(["cmake", "--build", BUILD, "--target", "kind_facts"], check=True, stdout=subprocess.DEVNULL)
    out = subprocess.run([BUILD / "bin" / "kind_facts", ROOT / "corpus"], check=True, capture_output=True, text=True).stdout
    return [line.split("\t") for line in out.splitlines()]
