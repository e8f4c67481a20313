# make demo    build the sample that ships and show what comes out
# make test    style, types, import contract, quality floors, tests
# make format  let ruff put the files in order
# make clean   take away what the others made

.DELETE_ON_ERROR:
.PHONY: demo test check floors format pictures screens clean

# The newest Python from 3.11 on that this machine has; `make PYTHON=...` names another.
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
DEMO := build/demo
TALLYSTICK := $(BIN)/tallystick

demo: .venv/.installed
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(TALLYSTICK) sample $(DEMO)/reports
	$(TALLYSTICK) build $(DEMO)/reports --manifest $(DEMO)/reports/manifest.json \
		--ledger $(DEMO)/sample.ledger
	@TALLYSTICK_LEDGER=$(DEMO)/sample.ledger $(BIN)/python docs/demo.py $(TALLYSTICK)

test: check floors
	$(BIN)/python -m pytest -n 2 -rs

check: .venv/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Skips by itself, and says so, where the benchmark folder is absent.
floors: .venv/.installed-dev
	$(BIN)/python -m eval floors

format: .venv/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

pictures: .venv/.installed-dev
	$(BIN)/python docs/pictures.py
	$(BIN)/python docs/check_sample.py
	$(BIN)/python docs/tempo_sample.py

# Needs Chromium.
screens: .venv/.installed-dev
	$(BIN)/python -m docs.screens $(DEMO)/sample.ledger

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.created:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none was found." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.installed: .venv/.created pyproject.toml constraints.txt
	$(PIP) --editable '.[web]'
	@touch $@

.venv/.installed-dev: .venv/.created pyproject.toml constraints.txt
	$(PIP) --editable '.[dev]'
	@touch $@ .venv/.installed
