"""ClinicalTrials.gov (US National Library of Medicine), API version 2."""
