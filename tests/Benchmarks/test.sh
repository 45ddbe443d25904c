#!/usr/bin/env bash
# The bench kit in small: each peer does what the product does, and the load runs. No figure of it is held against anything.
exec "$(dirname "$0")/../../benchmarks/run.sh" --smoke
