"""The professional page: what a doctor needs of a trial at a glance."""
