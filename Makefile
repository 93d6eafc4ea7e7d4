# make demo    set up and read seeds/ into out/
# make test    set up and pass the tests (Debian packages for them come by apt-get)
# make check   all checks: lint, format, types, tests
# make score   what the reader finds, against what careful readers find
# make notebooks  run the notebooks and render them as HTML into out/notebooks/
# make bench   speed, start-up time and memory
# make native  compile the reader (some minutes; make native-clean goes back to the Python)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SYSTEM := chromium raptor2-utils serdi libxml2-utils libapache-jena-java default-jre-headless \
  curl procps fonts-noto-core
.DEFAULT_GOAL := help

.PHONY: help demo test check lint types score notebooks bench native native-clean clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

demo: $(VENV)/.ready
	$(BIN)/actorgraph build seeds -o out
	@echo
	@echo "Open out/explore.html in a browser, or ask: $(BIN)/actorgraph show out --actor Haftar"

test: $(VENV)/.ready-test
	.ci/system-packages $(SYSTEM)
	$(BIN)/python -m pytest -q

check: lint types test

lint: $(VENV)/.ready-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-lint
	$(BIN)/basedpyright

score: $(VENV)/.ready-test
	$(BIN)/python -m tests.gold.score --set dev
	$(BIN)/python -m tests.gold.score --set heldout

notebooks: $(VENV)/.ready-test
	$(BIN)/jupyter nbconvert --to html --execute --output-dir out/notebooks notebooks/*.ipynb

bench: $(VENV)/.ready-test
	$(PIP) install -e ".[bench]"
	$(BIN)/python -m tests.benchmarks.reading

native: $(VENV)/.ready
	$(PIP) install -e ".[native]"
	$(BIN)/python -m actorgraph.graph.reading.build.native

native-clean:
	$(BIN)/python -m actorgraph.graph.reading.build.native --clean

clean:
	rm -rf $(VENV) out build dist *.egg-info .pytest_cache .ruff_cache

# Stamps: a second run finds everything in place.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/system-packages python3-venv
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml Makefile | $(BIN)/python
	$(PIP) install -e .
	@touch $@

$(VENV)/.ready-test: pyproject.toml Makefile | $(BIN)/python
	$(PIP) install -e ".[test,lexicon,notebook,rdf,tables]"
	@touch $@ $(VENV)/.ready

$(VENV)/.ready-lint: pyproject.toml Makefile | $(BIN)/python
	$(PIP) install -e ".[test,lexicon,notebook,rdf,tables,lint]"
	@touch $@ $(VENV)/.ready $(VENV)/.ready-test
