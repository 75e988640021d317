"""One folder a registry, the same names in each; each turns its raw records into TrialRecords."""
