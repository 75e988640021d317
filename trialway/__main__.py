"""`python -m trialway` is `trialway`."""

from trialway.cli import main

if __name__ == "__main__":
    main()
