# make site   build the site into site/            make serve  the same, live on a local address
# make test   every check there is                 make clean  forget everything that was built
#
# Each works on its own in a fresh clone: it first makes .venv with the pinned packages.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
ADDRESS ?= 127.0.0.1:8000

# Material warns of MkDocs 2 at every build; pyproject.toml keeps to MkDocs 1.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := site
.PHONY: site serve test check lock scorecard pictures clean
.DELETE_ON_ERROR:

site: $(VENV)/.installed
	@$(BIN)/python -m mkdocs build
	@echo
	@echo "The site is in site/. Open site/index.html, or look at it properly with: make serve"

serve: $(VENV)/.installed
	@echo "The address is http://$(ADDRESS)/ (another one: make serve ADDRESS=127.0.0.1:9000)"
	@$(BIN)/python -m mkdocs serve --dev-addr $(ADDRESS)

test: check
	@$(BIN)/python -m pytest --cov

# What needs no running program: style, types, who imports whom.
check: $(VENV)/.installed-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

# Accuracy, measured anew: the table in README.md and on the site. With labelled texts of others:
#   make scorecard ARGS='--set news ky TEXTS.jsonl GOLD.jsonl'
scorecard: $(VENV)/.installed
	@$(BIN)/python -m scripts.scorecard $(ARGS)

# The pictures in README.md, taken from the site as it is built now.
pictures: $(VENV)/.installed-test site
	@$(BIN)/python scripts/pictures.py

# New pins from pyproject.toml. With Debian's Python: make lock PYTHON=/usr/bin/python3
lock:
	@scripts/lock.sh $(PYTHON)

clean:
	rm -rf site build .cache .venv .coverage .coverage.* .hypothesis .import_linter_cache \
	  .mypy_cache .pytest_cache .ruff_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps are newer than what they were made from, so an unchanged lock installs nothing.
$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing the pinned packages into $(VENV) (once, about half a minute) …"
	@$(PIP) install --quiet --requirement requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-test: requirements-test.lock $(VENV)/.installed
	@echo "Installing what the tests need …"
	@$(PIP) install --quiet --requirement requirements-test.lock
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python cannot make an environment here. On Debian: apt-get install python3-venv"; exit 1; }
