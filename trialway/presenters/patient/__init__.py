"""The patient page: Trial ─plain▶ PatientText ─**presenters**▶ sentences with their sources."""
