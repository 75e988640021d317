"""The check in words: screens, results and the summary for the doctor."""
