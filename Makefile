# `make` alone lists the targets. ARGS is passed on: make demo ARGS="--headless --seed 7"
PYTHON ?= python3
ARGS ?=
FIRST ?= 1
COUNT ?= 500
CONNECTIONS ?= 4000
POINTS ?= 1000
IMAGES ?= 2000
FULL ?= 200
DAYS ?= 30
FACTOR ?= 3600
MINUTES ?= 5
EVENTS ?= 2000
KILLS ?= $(if $(filter command line environment,$(origin COUNT)),$(COUNT),200)
TARGET ?= webhook
RUNS ?= 200000
SEED ?= 1
SECONDS ?= 120
BOOTSTRAP = @$(PYTHON) packaging/bootstrap.py --for

.DEFAULT_GOAL := help
.PHONY: help demo demo-apart relay-latency relay-kills relay-postgres relay-load test check bench bench-statements histories crash diskfull powerloss sabotage simulate suspends fuzz daemon idle monkey screenshots a11y lock translations format clean

help: ## list the targets
	@echo "BudgetSync - targets (each sets up what it needs by itself):"
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'
	@echo 'Pass options on with ARGS: make demo ARGS="--headless --seed 7", make test ARGS="-k money -x"'

demo: ## connect three demo banks and sync them: in a window, or in the terminal without a display
	$(BOOTSTRAP) demo
	@.venv/bin/budgetsync demo $$(test -e .venv/no-window && echo --headless) $(ARGS)

demo-apart: ## the demo as three processes of their own: bank, relay and program, and the words to have each again
	$(BOOTSTRAP) demo
	@.venv/bin/budgetsync demo --apart $$(test -e .venv/no-window && echo --headless) $(ARGS)

test: ## run the whole test suite
	$(BOOTSTRAP) test
	@.venv/bin/python -m pytest -n auto --dist loadfile $(ARGS)

check: ## lint, format, types, floors, house rules, lock files
	$(BOOTSTRAP) check
	@.venv/bin/python packaging/check.py

bench: ## measure the first sync of 100,000 transactions and a ledger of a million; writes build/bench.json
	$(BOOTSTRAP) bench
	@.venv/bin/python tests/bench/bench.py $(ARGS)

bench-statements: ## measure the import of a statement of 100,000 entries, beside ofxparse's reading
	$(BOOTSTRAP) bench
	@.venv/bin/python -m tests.bench.statements $(ARGS)

histories: ## compare COUNT seeded histories of 60 days with the bank's truth, from seed FIRST on
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.histories --first $(FIRST) --count $(COUNT) $(ARGS)

crash: ## kill -9 the program at POINTS write boundaries, chosen by the seed FIRST; then look, and let it carry on
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.crash_points --first $(FIRST) --points $(POINTS) $(ARGS)

diskfull: ## fill the disk, or have it fail, at FULL write boundaries, chosen by the seed FIRST; then make room
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.disk_full --first $(FIRST) --points $(FULL) $(ARGS)

powerloss: ## cut the power at IMAGES moments, chosen by the seed FIRST; no acknowledged commit may be gone
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.power_loss --first $(FIRST) --images $(IMAGES) $(ARGS)

match-eval: ## tell one account from three sources in COUNT worlds from seed FIRST on, and compare what was matched with the truth
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.match_eval --first $(FIRST) --count $(COUNT) $(ARGS)

simulate: ## run COUNT seeds on virtual time with everything that goes wrong, from seed FIRST on
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.simulate --seeds $(FIRST)..$$(($(FIRST) + $(COUNT) - 1)) $(ARGS)

sabotage: ## make known mistakes in a copy, one by one: the suite has to notice each
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.sabotage $(ARGS)

suspends: ## shut and open a laptop COUNT times, for a minute to 30 days, on virtual time: all is there within 5 s
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.suspends --first $(FIRST) --count $(COUNT) $(ARGS)

fuzz: ## hand TARGET (webhook, sse, statements) RUNS inputs of SEED that nobody sends by accident: none forged gets in, only our errors out
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.fuzz $(TARGET) --runs $(RUNS) --seed $(SEED) $(ARGS)

relay-postgres: ## have two relay processes on PostgreSQL for SECONDS, kill one every 10 s: nothing answered 200 is lost
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.relay_postgres --seconds $(SECONDS) --seed $(SEED) $(ARGS)

relay-load: ## have CONNECTIONS streams at one relay process: memory for each, durable events a second, POST to delivery
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.relay_load --connections $(CONNECTIONS) $(ARGS)

daemon: ## let DAYS pass FACTOR times as fast for a daemon beside a hostile bank: up to date, and nothing grows
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.daemon_days --days $(DAYS) --factor $(FACTOR) $(ARGS)

idle: ## have a daemon with nothing to do for MINUTES of real time; it may take 0.2 % of a core
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.daemon_days --idle $(MINUTES) $(ARGS)

monkey: ## let a monkey of SEED click, type and drag at the real program for MINUTES: no traceback, no stall, nothing grows
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.monkey --minutes $(MINUTES) --seed $(SEED) $(ARGS)

relay-latency: ## measure EVENTS webhooks from their POST at the bank to the row in the window, over the relay
	$(BOOTSTRAP) bench
	@.venv/bin/python -m tests.reliability.relay_latency --events $(EVENTS) $(ARGS)

relay-kills: ## kill -9 the relay COUNT times and the desktop COUNT times: what was answered 200 is acted on
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.reliability.relay_kills --count $(KILLS) $(ARGS)

screenshots: ## take pictures of every page and state; fails where one is not reached, cut off or blank
	$(BOOTSTRAP) screenshots
	@.venv/bin/python -m tests.screenshots $(ARGS)

a11y: ## walk through the program as a screen reader and a keyboard do; fails where either falls short
	$(BOOTSTRAP) test
	@.venv/bin/python -m tests.a11y $(ARGS)

lock: ## make the lock files anew (ARGS=--upgrade takes newer releases)
	$(BOOTSTRAP) lock
	@.venv/bin/python packaging/locks.py make $(ARGS)

translations: ## find the texts to translate, merge them into the .ts files and build the .qm files
	$(BOOTSTRAP) check
	@.venv/bin/python packaging/translations.py make

format: ## format the code and repair what the linter can
	$(BOOTSTRAP) check
	@.venv/bin/ruff check --fix-only --quiet .
	@.venv/bin/ruff format .

clean: ## remove the virtual environment, builds and caches
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .grimp_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
