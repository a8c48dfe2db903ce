"""That all engines hold the same texts and find the same words in them, before a time of theirs is told."""
import sys

# Words of letters alone are compared, of the texts without their titles. What is left of difference: FTS5 and Lucene take a
# decomposed letter (ế of three code points) for another than the composed one, Izde reads both as one; editors' marks and
# hyphens inside words; Izde finds by =word what is written so, whatever its case.
MOST_APART = .01  # of the documents that FTS5 finds, all words added up: missed, or found beyond them


def plain_words(queries):
    """Single words of the queries, a fourth of them, of letters alone."""
    return sorted({words[0] for kind, words in queries if kind in ("rare", "common") and words[0].isalpha()})[::4]


def check(engines, queries, documents):
    """Ends the program where an engine does not hold every text, or counts other than FTS5 by more than cutting into words explains."""
    words = plain_words(queries)
    counts = {engine.name: engine.counts(words) for engine in engines}
    wanted = counts["fts5"][1:]
    print(f"counts of {len(words)} words, {sum(wanted)} documents by FTS5:", end="")
    for name, (held, *found) in counts.items():
        if held != documents:
            sys.exit(f"\n{name} holds {held} texts instead of {documents}")
        apart = [(word, ours, theirs) for word, ours, theirs in zip(words, found, wanted) if ours != theirs]
        missed = sum(max(theirs - ours, 0) for ours, theirs in zip(found, wanted)) / sum(wanted)
        beyond = sum(max(ours - theirs, 0) for ours, theirs in zip(found, wanted)) / sum(wanted)
        print(f" {name} {sum(found)} ({len(apart)} words differ);", end="")
        if max(missed, beyond) > MOST_APART:
            sys.exit(f"\n{name} counts otherwise than FTS5: {apart[:10]}")
    print()
