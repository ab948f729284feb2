# One command each: `make demo` answers a question over the sample articles, `make test` runs the whole suite.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

# torch built for the CPU, about 200 MB, rather than gigabytes of CUDA. Where the package index in use has no such build,
# it comes from PyTorch's own. On other systems than Linux every build is one for the CPU.
TORCH      ?= torch==2.13.0$(if $(filter Linux,$(shell uname -s)),+cpu)
TORCH_PAGE ?= https://download.pytorch.org/whl/cpu

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: demo test check format bench clean

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

format: $(VENV)/.dev
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

clean:
	rm -rf $(VENV) .demo-index .pytest_cache .ruff_cache .mypy_cache .hypothesis

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
