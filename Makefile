# The two commands: `make run` shows the dashboard on sample data, `make test` proves that it works.
PORT ?= 8501
ADDRESS ?= localhost
PYTHON ?= python3
BIN := .venv/bin
SAMPLES = $(filter %.xlsx %.xls %.ods %.csv,$(shell find sample_data -type f | sed 's/ /?/g'))
CODE := $(shell find storage data_loaders reference -name '*.py' -o -name '*.sql' -o -name '*.toml' -o -name '*.csv')

.PHONY: install run test lint bench clean

install: .venv/installed data/sample.duckdb

.venv/installed: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m compileall -q .venv app.py pages ui reports data_loaders metrics storage reference || true
	touch $@

.venv/installed-test: requirements-test.txt .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	touch $@

# Built apart and moved into place, so that a running server never sees half a database.
data/sample.duckdb: .venv/installed $(CODE) $(SAMPLES)
	mkdir -p data
	rm -f data/building.duckdb data/building.duckdb.key
	REGIOMONITOR_KEY=voorbeeld $(BIN)/python -m data_loaders --database data/building.duckdb \
		sample_data/*.xlsx sample_data/*.xls sample_data/*.ods sample_data/*.csv > data/sample.log
	mv data/building.duckdb $@

run: install
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.address $(ADDRESS)

test: .venv/installed-test data/sample.duckdb chromium
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || (apt-get update -q && apt-get install -q -y chromium) \
		|| (sudo apt-get update -q && sudo apt-get install -q -y chromium)

lint: .venv/installed-test
	$(BIN)/ruff check .
	$(BIN)/lint-imports

bench: .venv/installed-test data/sample.duckdb chromium
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv data/sample.duckdb data/sample.log
