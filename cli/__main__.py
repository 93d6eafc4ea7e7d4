"""`python -m actorgraph.cli`."""

from . import main

main()
