# Two commands set everything up and can be run again at once:
#   make demo   reads the sample and prints its brief
#   make test   runs every check
# Both make a virtual environment in .venv, with uv where it exists and with venv and pip
# where it does not. `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

ifdef UV
  MAKE_VENV := uv venv --quiet --allow-existing --python $(PYTHON) $(VENV)
  INSTALL := uv pip install --quiet --python $(BIN)/python
else
  MAKE_VENV := $(PYTHON) -m venv $(VENV)
  INSTALL := $(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check
endif

.PHONY: demo test lint unit bench constraints wheel clean help

demo: $(VENV)/.core  ## read the sample and print the brief
	@$(BIN)/pourparler demo

test: lint unit  ## run every check

lint: $(VENV)/.test  ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/.test  ## the tests
	$(BIN)/pytest -n 2 --dist loadgroup

bench: $(VENV)/.bench  ## speed and memory; benchmarks/ has more, beside peers and on your data
	$(BIN)/python -m benchmarks.journey

wheel: $(VENV)/.test  ## build the wheel into dist/
	$(BIN)/python -m build --no-isolation --wheel

constraints: $(VENV)/.test  ## resolve dependencies again (needs uv)
	$(BIN)/python requirements/compile.py

clean:  ## remove what make has made
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Pourparler needs Python 3.11 or later; name one with: make demo PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV) (a minute or two, once) …"
	@$(MAKE_VENV)

$(VENV)/.core: $(BIN)/python requirements/core.txt pyproject.toml
	@$(INSTALL) --require-hashes -r requirements/core.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.bench: $(VENV)/.core requirements/bench.txt
	@$(INSTALL) --require-hashes -r requirements/bench.txt
	@touch $@

$(VENV)/.test: $(VENV)/.core requirements/test.txt
	@$(INSTALL) --require-hashes -r requirements/test.txt
	@touch $@
