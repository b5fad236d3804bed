# make scan    set up, write a demo warehouse, scan it and judge it
# make test    set up, run every check and test
# make setup   .venv with the command .venv/bin/speurneus

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := build/demo
OUT := build/scan

.PHONY: setup scan test requirements clean

setup: $(VENV)/.set-up

$(VENV)/.set-up: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make setup PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.set-up-dev: $(VENV)/.set-up requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

scan: setup
	rm -rf $(DEMO)
	$(BIN)/speurneus demo $(DEMO)
	$(BIN)/speurneus scan --conf $(DEMO)/conf --out $(OUT)
	@echo "Next: $(BIN)/speurneus gate --conf $(DEMO)/conf --out $(OUT)"

test: $(VENV)/.set-up-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

requirements:
	uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header \
	    --extra build pyproject.toml -o requirements.txt
	uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header \
	    --extra build --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:
	rm -rf build $(VENV)
