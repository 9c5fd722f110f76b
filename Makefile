# The commands of this repository. `make` alone lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
PORT ?= 8000
HOST ?= 127.0.0.1
WORKERS ?= 2
DIST := brukerstemmen/web/static/dist
# The first Python that is new enough; looked for only when .venv is made.
PYTHON ?= $(shell for name in python3.11 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$name && break; done)
# ENCODER=1: with the optional encoder of masking (docs/masking.md).
EXTRA := $(if $(ENCODER),requirements/encoder.txt)
# Everything started from here is on a machine of one's own, without TLS.
export BRUKERSTEMMEN_LOOPBACK := 1

help:           ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  \1|/p' Makefile | awk -F'|' '{printf "%-12s %s\n", $$1, $$2}'

run: .venv/app.ready $(DIST)/.ready  ## Start at http://127.0.0.1:8000 with the demo (PORT=, DAY=, EMPTY=1)
	@$(BIN)/python tools/compile_messages.py
	@HOST=$(HOST) PORT=$(PORT) EMPTY=$(EMPTY) DAY=$(DAY) exec $(BIN)/python tools/run.py

test: check $(DIST)/.ready  ## All that must hold: checks, both databases, browser
	tools/prepare_tests.sh
	@echo "== Every test, on SQLite, the journeys in a real browser included"
	$(BIN)/python -m pytest -n $(WORKERS)
	@echo "== What asks a database, on PostgreSQL"
	$(BIN)/python tools/with_postgres.py sh -c \
		'DATABASE_URL="$$POSTGRES_TEST_URL" $(BIN)/python -m pytest -n $(WORKERS)'

check: ready node_modules/.ready  ## Style, rooms, types of the law, missing migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python manage.py makemigrations --check --dry-run
	npm run --silent types

fix: .venv/dev.ready  ## Mend what a tool can mend
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .

bench: ready $(DIST)/.ready $(if $(NORNE),.venv-bench/.ready)  ## Measure, and print JSON (NORNE=folder: masking on NorNE, beside others)
	@$(BIN)/python benchmarks/run.py $(if $(NORNE),--norne $(NORNE))

docs: ready     ## Write docs/generated/ from the code
	$(BIN)/python -m tools.write_docs

messages: ready ## Collect new texts into the .po files
	$(BIN)/python -m tools.collect_messages

words: ready    ## Fetch Norwegian word forms anew and pack them (needs apt)
	$(BIN)/python -m tools.make_words

models: ready $(if $(ENCODER),.venv-encoder/.ready)  ## Train what finds names (NORNE=folder; ENCODER=1: the large reader)
	@test -n "$(NORNE)" || { echo "Say NORNE=folder, with nob-train.conllu.xz in it."; exit 1; }
ifdef ENCODER
	.venv-encoder/bin/python -m tools.encoder "$(NORNE)" var/encoder $(if $(MINUTES),--minutes $(MINUTES))
else
	$(BIN)/python -m tools.make_models "$(NORNE)"
	$(BIN)/python -m tools.fit_fusion "$(NORNE)"
endif

lock: .venv/dev.ready  ## Choose new versions, at least a week old, and pin them
	for name in uv app dev bench; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--exclude-newer "7 days" --upgrade \
			$$(test $$name = dev && echo -c requirements/app.txt) \
			requirements/$$name.in -o requirements/$$name.txt || exit 1; \
	done
	for name in encoder encoder-training; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--exclude-newer "7 days" --upgrade -c requirements/dev.txt \
			requirements/$$name.in -o requirements/$$name.txt || exit 1; \
	done
	npm update --package-lock-only --before="$$($(BIN)/python -c \
		'import datetime as d; print(d.date.today() - d.timedelta(7))')"

ready: .venv/dev.ready
	@$(BIN)/python tools/compile_messages.py

.venv/bin/uv: requirements/uv.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements/uv.txt
	@touch $@

# One environment. `make run` alone needs no test tools; once they are there, they stay.
.venv/app.ready: requirements/app.txt .venv/bin/uv
	$(BIN)/uv pip sync --quiet --python .venv --require-hashes \
		$(if $(wildcard .venv/dev.ready),requirements/dev.txt,$< $(EXTRA))
	@touch $@

.venv/dev.ready: requirements/dev.txt .venv/bin/uv
	$(BIN)/uv pip sync --quiet --python .venv --require-hashes $<
	@touch $@ .venv/app.ready

# What masking is compared with; the product knows nothing of it.
.venv-bench/.ready: requirements/bench.txt .venv/bin/uv
	$(BIN)/uv venv --quiet --allow-existing --python $(BIN)/python .venv-bench
	$(BIN)/uv pip sync --quiet --python .venv-bench --require-hashes $<
	@touch $@

# What makes the encoder. Large, and needed by nobody who only uses it.
.venv-encoder/.ready: requirements/encoder-training.txt .venv/bin/uv
	$(BIN)/uv venv --quiet --allow-existing --python $(BIN)/python .venv-encoder
	$(BIN)/uv pip sync --quiet --python .venv-encoder --require-hashes $<
	@touch $@

node_modules/.ready: package-lock.json
	@command -v npm >/dev/null || { echo "Node 20 or newer is needed (npm was not found)."; exit 1; }
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(DIST)/.ready: node_modules/.ready package.json $(shell find frontend -type f 2>/dev/null)
	npm run --silent build
	@touch $@

.PHONY: help run test check fix bench docs messages words models lock ready
