"""Which samples an observational study keeps."""

from trialway.vocabulary.coded import Vocabulary

BIOSPECIMEN_RETENTION = Vocabulary(
    "biospecimen_retention",
    labels={
        "none": "No samples kept",
        "with_dna": "Samples with DNA",
        "without_dna": "Samples without DNA",
    },
    registries={
        "ctgov": {
            "NONE_RETAINED": "none",
            "SAMPLES_WITH_DNA": "with_dna",
            "SAMPLES_WITHOUT_DNA": "without_dna",
        },
    },
)
