# make scan    set up, write a demo warehouse, scan it and judge it
# make test    set up, run every check and test
# make evaluate   set up, measure what is found and how fast, rewrite the README's figures
# make bench   set up, measure the speed beside an empty pass, Presidio and DEDUCE: build/bench.json
# make pipeline TEXTS=DIR   train the pipeline for names anew (detectors/ner/MODEL_CARD.md)
# make setup   .venv with the command .venv/bin/speurneus

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := build/demo
OUT := build/scan

.PHONY: setup scan test evaluate bench pipeline requirements clean

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

# TEXTS=DIR sentences with names, LOG=FILE a log without names, BLIND=FILE texts never seen: all optional
evaluate: setup
	$(BIN)/python -m tests.evaluation $(if $(TEXTS),--texts $(TEXTS)) $(if $(LOG),--log $(LOG)) \
	    $(if $(BLIND),--blind $(BLIND))

# ONLY="orders logs" some families, ROWS=20000 fewer orders, LOG=FILE a log to repeat: all optional
bench: setup
	$(BIN)/python -m tests.bench $(ONLY) $(if $(ROWS),--rows $(ROWS)) $(if $(LOG),--log $(LOG))

pipeline: setup
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m detectors.ner.training $(TEXTS)

requirements:
	uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header \
	    --extra build pyproject.toml -o requirements.txt
	uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header \
	    --extra build --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	echo deduce | uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header \
	    --no-annotate - -o tests/evaluation/requirements-deduce.txt

clean:
	rm -rf build $(VENV)
