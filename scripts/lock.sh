#!/usr/bin/env bash
# Write requirements.lock and requirements-test.lock: the newest packages pyproject.toml allows.
# Usage: scripts/lock.sh [PYTHON], the oldest Python that is supported (Debian 12 has 3.11.2): some
# packages leave it behind in the middle of a series, and a pin must install there too.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${1:-python3}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

freeze() { "$work/venv/bin/python" -m pip freeze --all --exclude pip --exclude briefing-generator; }

"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --upgrade setuptools
"$work/venv/bin/python" -m pip install --quiet --no-build-isolation --editable .
freeze | sort -f > "$work/run"
"$work/venv/bin/python" -m pip install --quiet --constraint "$work/run" \
  --no-build-isolation --editable '.[test]'
freeze | sort -f > "$work/all"

{
  echo "# What the site generator runs on, pinned. \`make lock\` writes this file from pyproject.toml."
  cat "$work/run"
} > requirements.lock
{
  echo "# What \`make test\` needs on top of requirements.lock, pinned. \`make lock\` writes this file."
  comm -13 <(sort "$work/run") <(sort "$work/all") | sort -f
} > requirements-test.lock
