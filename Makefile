# Needs Python 3.11 or newer and make; everything else is set up in .venv.
PYTHON ?= python3
BIN := .venv/bin
export PYTHONUTF8 = 1
LOCK := --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: demo test check bench simulate lint types imports migrations lock train clean

demo: .venv/.run  ## A whole case, from the first message to the push
	@$(BIN)/qingxin demo

test: .venv/.dev  ## The whole suite
	$(BIN)/pytest -n auto

check: lint types imports test migrations  ## What has to be green before anything lands

lint: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/.dev
	$(BIN)/mypy

imports: .venv/.dev
	$(BIN)/lint-imports

migrations: .venv/.dev  ## The migrations build the tables that the models describe
	$(BIN)/qingxin db check

bench: .venv/.dev  ## Prints the figures that the documentation quotes
	$(BIN)/python -m tests.bench

simulate: .venv/.dev  ## A seeded year of a district on a clock of its own: plays, checks, prints
	$(BIN)/python -m tests.simulation

train: .venv/.run  ## Builds nlu/model.zip from the sentences in nlu/training
	$(BIN)/python -m nlu.build

lock: .venv/.dev  ## Rewrites the hashed requirements from pyproject.toml; both pin the same versions
	$(BIN)/pip-compile $(LOCK) --extra build --extra rasa --extra dev -o requirements/dev.txt pyproject.toml
	$(BIN)/pip-compile $(LOCK) --extra build -c requirements/dev.txt -o requirements/run.txt pyproject.toml

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python requirements/run.txt pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

clean:
	rm -rf .venv dist
