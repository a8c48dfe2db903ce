#!/bin/sh
# Rewrites the goldens of readers and outputs from what the programs do now. Read the diff before you commit it.
set -eu
cd "$(dirname "$0")/.."
scripts/build release indexer_test searcher_test
export IZDE_UPDATE_GOLDEN=1
build/release/tests/indexer/indexer_test --gtest_filter='*Golden*' || true
build/release/tests/searcher/searcher_test --gtest_filter='Outputs.AreWhatWasReviewed' || true
git --no-pager diff --stat -- tests
