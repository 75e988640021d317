"""The words of the glossary: our own terms, and those of the National Cancer Institute. See README.md."""
