# Nothing needs to be prepared but Python 3.11 or newer: each target installs what it needs into $(VENV).
#
#   make demo    load the example papers (or PAPERS=folder), answer three questions with evidence, write two pages
#   make test    run every test; random searches are sampled with fixed seeds
#   make test-jvm   of these, those of the embedded engine on its other build, which runs on Java
#   make ready   get everything that tests and checks need; with --jobs several things at once
#   make check   style, types and architecture
#   make docs    the documentation as a site, in site/
#   make bench   measure
#   make soak    the random searches at length, with new seeds each time

VENV   ?= .venv
PYTHON ?=
PAPERS ?= examples
# What the demo asks about; empty: the body with the most minutes, and the unit with the most directly under it.
BODY   ?=
UNIT   ?=

# Each has a server of its own; one that is named has one database for all.
WORKERS := $(if $(SEDERUNT_TEST_NEO4J_URI),,-n auto --maxprocesses=4 --dist loadfile)

BIN   := $(VENV)/bin
GRAPH := demo/sederunt.graph
PIP   := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help demo test test-jvm check ready jars docs bench soak programs

help:
	@sed -n 's/^#   //p' Makefile

# Status 1 of load: a file could not be read, the others were.
demo: $(VENV)/.runtime
	@rm -rf $(GRAPH)
	@mkdir -p demo
	$(BIN)/sederunt --graph $(GRAPH) load "$(PAPERS)" || [ $$? -eq 1 ]
	@$(BIN)/python -m sederunt.cli.demo $(GRAPH) "$(BODY)" "$(UNIT)"

test: $(VENV)/.validators test-jvm
	$(BIN)/python -m pytest -q $(WORKERS)

test-jvm: $(VENV)-jvm/.dev programs
	$(VENV)-jvm/bin/python -m pytest -q $(WORKERS) tests/engines tests/queries -k embedded

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/oxlint --deny-warnings viz/scripts tests/viz/scripts

# With --jobs several things are got at once.
ready: $(VENV)/.validators $(VENV)-jvm/.dev programs jars

jars: $(VENV)/.dev | programs
	@$(BIN)/python -m tests.engines.maven

# Java and Maven for a real Neo4j server, a browser that pages are opened in, what FollowTheMoney is built against; the names are Debian's.
MISSING := command -v java >/dev/null || echo default-jre-headless; command -v mvn >/dev/null || echo maven; \
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || echo chromium; \
	pkg-config --exists icu-i18n 2>/dev/null || echo g++ libicu-dev pkg-config python3-dev

programs:
	@missing=$$(echo $$($(MISSING))); test -z "$$missing" \
		|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
			&& apt-get update -qq && apt-get install -y -qq $$missing >/dev/null; } \
		|| { echo "The tests need programs that are not here (on Debian: apt install $$missing); of Java 17 or newer." >&2; exit 1; }

docs: $(VENV)/.dev
	$(BIN)/zensical build --strict --clean

bench: $(VENV)/.dev
	@set -e; for each in benchmarks/*.py; do echo "$$each"; $(BIN)/python "$$each"; done

soak: $(VENV)/.validators
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -q -m "hypothesis or soak"

$(VENV)/.runtime: pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) …"
	@$(PIP) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV), with the tools for tests and checks …"
	@$(PIP) --editable '.[dev]'
	@touch $(VENV)/.runtime $@

# One after another, for each installation writes a note beside the sources.
$(VENV)/.validators: $(VENV)/.dev | programs $(VENV)-jvm/.dev
	@$(PIP) --editable '.[validators]'
	@touch $@

# Without the native build, which would be taken first.
$(VENV)-jvm/.dev: pyproject.toml | $(VENV)/.dev
	@echo "Installing into $(VENV)-jvm, with the embedded engine on Java …"
	@$(BIN)/python -m venv $(VENV)-jvm
	@$(VENV)-jvm/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[jvm,tests]'
	@$(VENV)-jvm/bin/python -m pip uninstall --quiet --yes arcadedb
	@touch $@

$(BIN)/python:
	@for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
		if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			exec $$python -m venv $(VENV); \
		fi; \
	done; \
	echo "No Python 3.11 or newer that can make environments was found here; install one (on Debian and Ubuntu with python3-venv), or name it: make PYTHON=/path/to/python3." >&2; \
	exit 1
