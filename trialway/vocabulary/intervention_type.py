"""What kind of thing an intervention is."""

from trialway.vocabulary.coded import Vocabulary

INTERVENTION_TYPE = Vocabulary(
    "intervention_type",
    labels={
        "drug": "Drug",
        "biological": "Biological product or vaccine",
        "device": "Device",
        "procedure": "Procedure or surgery",
        "radiation": "Radiation",
        "behavioural": "Behavioural",
        "genetic": "Genetic",
        "dietary_supplement": "Dietary supplement",
        "combination_product": "Combination product",
        "diagnostic_test": "Diagnostic test",
        "other": "Other intervention",
    },
    registries={
        "ctgov": {
            "DRUG": "drug",
            "BIOLOGICAL": "biological",
            "DEVICE": "device",
            "PROCEDURE": "procedure",
            "RADIATION": "radiation",
            "BEHAVIORAL": "behavioural",
            "GENETIC": "genetic",
            "DIETARY_SUPPLEMENT": "dietary_supplement",
            "COMBINATION_PRODUCT": "combination_product",
            "DIAGNOSTIC_TEST": "diagnostic_test",
            "OTHER": "other",
        },
    },
)
