"""How far numbers spread around a mean or median, or how sure it is."""

from trialway.vocabulary.coded import Vocabulary

DISPERSION = Vocabulary(
    "dispersion",
    labels={
        "none": "Not applicable",
        "standard_deviation": "Standard deviation",
        "standard_error": "Standard error",
        "interquartile_range": "Interquartile range",
        "full_range": "Full range",
        "confidence_80": "80% confidence interval",
        "confidence_90": "90% confidence interval",
        "confidence_95": "95% confidence interval",
        "confidence_97_5": "97.5% confidence interval",
        "confidence_99": "99% confidence interval",
        "confidence_other": "Confidence interval",
        "geometric_coefficient": "Geometric coefficient of variation",
    },
    registries={
        "ctgov": {
            "NA": "none",
            "STANDARD_DEVIATION": "standard_deviation",
            "Standard Deviation": "standard_deviation",
            "STANDARD_ERROR": "standard_error",
            "Standard Error": "standard_error",
            "STANDARD_ERROR_OF_MEAN": "standard_error",
            "INTER_QUARTILE_RANGE": "interquartile_range",
            "Inter-Quartile Range": "interquartile_range",
            "FULL_RANGE": "full_range",
            "Full Range": "full_range",
            "CONFIDENCE_80": "confidence_80",
            "80% Confidence Interval": "confidence_80",
            "CONFIDENCE_90": "confidence_90",
            "90% Confidence Interval": "confidence_90",
            "CONFIDENCE_95": "confidence_95",
            "95% Confidence Interval": "confidence_95",
            "CONFIDENCE_975": "confidence_97_5",
            "97.5% Confidence Interval": "confidence_97_5",
            "CONFIDENCE_99": "confidence_99",
            "99% Confidence Interval": "confidence_99",
            "CONFIDENCE_OTHER": "confidence_other",
            "GEOMETRIC_COEFFICIENT": "geometric_coefficient",
            "Geometric Coefficient of Variation": "geometric_coefficient",
        },
    },
)
