# The two commands of the project: `make demo` and `make test`. Both set up what they need.
SWIFT ?= swift
BUILD := $(SWIFT) build -c release
CHANCERY := .build/release/chancery
SHARED ?= ../shared

.PHONY: demo test build setup lint format embed floors slow model clean

demo: build
	@$(CHANCERY) demo

test: setup embed-check
	$(SWIFT) test -c release --disable-testable-imports

build: setup
	@$(BUILD) --product chancery

# Installs what is missing with apt, or prints the command that would.
setup:
	@Scripts/setup.sh

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

# Sources/ChanceryData/Resources.c lists the files of Data/; run this after adding one.
embed:
	@Scripts/embed.sh

.PHONY: embed-check
embed-check:
	@Scripts/embed.sh && git diff --quiet -- Sources/ChanceryData/Resources.c || \
	  { echo "Resources.c was out of date; it has been written anew: commit it"; exit 1; }

# Accuracy floors of Tests/floors.tsv, where the annotated articles are at hand.
floors: build
	@Scripts/floors.sh

# Heavier checks than a commit needs.
slow: floors
	@Scripts/slow.sh

# Trains the language model from the treebanks and the machine-made trees (about half an hour on one core).
model: build
	$(BUILD) --product chancery-train
	Scripts/train.sh "$(SHARED)" Data/Model/english.model

clean:
	rm -rf .build
