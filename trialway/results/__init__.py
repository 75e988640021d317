"""What a study found, as tables that people can read: TrialRecord ─▶ **results** ─▶ presenters, pictures."""
