"""The pages: each a presenter of trials, a template and an address."""
