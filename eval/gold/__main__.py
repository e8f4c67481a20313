"""``python -m eval.gold show|check|take``."""

import sys

from eval.gold.command import main

sys.exit(main(sys.argv[1:]))
