"""`python -m teletipo` is the command line."""

from teletipo.cli import main

if __name__ == "__main__":
    main()
