#!/usr/bin/env python3
"""What is installed works by itself: `cmake --install` into an empty folder, then only the installed programs, with the
installed thesaurus; and both packages that cpack makes.

    install_test.py BIN_FOLDER SOURCE_FOLDER     # BIN_FOLDER is the bin of a build folder
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

# Paths below the prefix, one for each install rule.
INSTALLED = ["bin/izde-index", "bin/izde-search", "share/izde/thesaurus/places.ttl", "share/izde/thesaurus/persons.ttl",
             "share/izde/thesaurus/organisations.ttl", "share/doc/izde/README.md", "share/doc/izde/LICENSE",
             "share/doc/izde/CHANGELOG.md", "share/doc/izde/copyright", "share/doc/izde/docs/QUERY.md",
             "share/doc/izde/docs/RANKING.md", "lib/libizde_analysis.a", "lib/cmake/izde/izdeConfig.cmake",
             "include/izde/analysis/analyzer.hpp", "share/doc/izde/examples/kazakh_stem/main.cpp"]
KAZAKH = "Құрылтай сәрсенбіде Семей қаласында ашылды."
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)
        print("FAILED:", message)


def run(*command, **more):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)


def check_links(documents):
    """Links between the documents lead somewhere in the installed folder too."""
    for page in [documents / "README.md", *documents.glob("docs/*.md")]:
        for target in re.findall(r"\]\(([^)\s:#]+)\)", page.read_text(encoding="utf-8")):
            check((page.parent / target).exists(), f"installed {page.name}: the link {target} leads nowhere")


def check_programs(prefix, folder):
    """The Kazakh text says Семей; only the thesaurus knows that Semipalatinsk is the same place."""
    texts = folder / "texts"
    texts.mkdir()
    (texts / "kk.txt").write_text(KAZAKH + "\n", encoding="utf-8")
    (texts / "ru.txt").write_text("В Омске шёл снег.\n", encoding="utf-8")
    environment = {"PATH": f"{prefix / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin", "IZDE_DB": str(folder / "izde.db"), "HOME": str(folder)}

    def search(*arguments):
        return run("izde-search", *arguments, env=environment, cwd=folder).stdout

    indexed = run("izde-index", "texts", env=environment, cwd=folder)
    check(indexed.returncode == 0, f"the installed izde-index: {indexed.stdout}{indexed.stderr}")
    for query in "Semey", "Semipalatinsk":
        found = search("--format", "trec", query)
        check("kk.txt#p1" in found and "ru.txt" not in found, f"the installed izde-search: {query} finds the Kazakh text alone: {found}")
        explained = search("--explain", query)
        check("alias" in explained, f"{query} is known as a name: {explained}")
    found = search("--format", "trec", "tuyết")
    check("ru.txt#p1" in found, f"the installed lexicon knows snow: {found}")
    # Without the installed names and words it knows none: it was not those of the source folder that it found.
    for pattern in "thesaurus/*.ttl", "lexicon/*.tsv":
        for file in (prefix / "share/izde").glob(pattern):
            file.unlink()
    shutil.rmtree(folder / "izde.db")
    run("izde-index", "texts", env=environment, cwd=folder)
    found = search("--format", "trec", "Semipalatinsk")
    check("kk.txt" not in found, f"the installed programs have only the installed thesaurus: {found}")
    found = search("--format", "trec", "tuyết")
    check("ru.txt" not in found, f"the installed programs have only the installed lexicon: {found}")


def flags_of(build):
    """The way a build folder compiles, so that a library of sanitizers meets a program of them."""
    cache = (build / "CMakeCache.txt").read_text(encoding="utf-8")
    return [f"-D{name}={value}" for name, value in re.findall(r"^(CMAKE_BUILD_TYPE|CMAKE_CXX_FLAGS\w*|CMAKE_CXX_COMPILER):\w+=(.*)$", cache, re.M)]


def check_library(prefix, folder, flags):
    """The example, built from the installed library alone; the same word in three scripts has one stem and key."""
    source, build = prefix / "share/doc/izde/examples/kazakh_stem", folder / "example"
    made = run("cmake", "-S", source, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}", *flags)
    check(made.returncode == 0, f"the example is configured: {made.stdout}{made.stderr}")
    made = run("cmake", "--build", build)
    check(made.returncode == 0, f"the example is built: {made.stdout}{made.stderr}")
    if failures:
        return
    rows = run(build / "kazakh_stem", input="үкіметінің\nükımetınıñ\nۇكىمەتىنىڭ\n").stdout.splitlines()
    check([row.split("\t")[1:] for row in rows] == [["үкімет", "ұкымет"]] * 3, f"the example prints stems: {rows}")


def pack(build, kind, folder):
    packed = run("cpack", "-G", kind, "-B", folder, "--config", build / "CPackConfig.cmake", cwd=folder)
    check(packed.returncode == 0, f"cpack -G {kind}: {packed.stdout}{packed.stderr}")
    found = sorted(folder.glob("*.deb" if kind == "DEB" else "*.tar.gz"))
    check(len(found) == 1, f"cpack -G {kind} makes one package: {found}")
    return found[0] if found else None


def check_packages(build, folder):
    folder.mkdir()
    if archive := pack(build, "TGZ", folder):
        with tarfile.open(archive) as files:
            names = [name.split("/", 1)[-1] for name in files.getnames()]
        for path in INSTALLED:
            check(path in names, f"{archive.name} holds {path}: {names}")
    if package := pack(build, "DEB", folder):
        contents = {row.split()[5]: row.split()[0] for row in run("dpkg-deb", "-c", package).stdout.splitlines()}
        for path in INSTALLED:
            check("./usr/" + path in contents, f"{package.name} holds usr/{path}: {sorted(contents)}")
        for program in "izde-index", "izde-search":
            check(contents.get(f"./usr/bin/{program}", "").startswith("-rwxr-xr-x"), f"{package.name}: {program} may be run")
        needs = run("dpkg-deb", "-f", package, "Depends").stdout
        check("libxapian" in needs and "libicu" in needs, f"{package.name} depends on its libraries: {needs}")


def main():
    build = pathlib.Path(sys.argv[1]).resolve().parent
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prefix = folder / "prefix"
        installed = run("cmake", "--install", build, "--prefix", prefix)
        check(installed.returncode == 0, f"cmake --install: {installed.stdout}{installed.stderr}")
        for path in INSTALLED:
            check((prefix / path).is_file(), f"{path} is installed")
        if not failures:
            check_links(prefix / "share/doc/izde")
            check_programs(prefix, folder)
            check_library(prefix, folder, flags_of(build))
        check_packages(build, folder / "packages")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
