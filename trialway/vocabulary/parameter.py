"""What kind of number an outcome is told in."""

from trialway.vocabulary.coded import Vocabulary

PARAMETER = Vocabulary(
    "parameter",
    labels={
        "count_of_participants": "Number of participants",
        "count_of_units": "Number of units",
        "number": "Number",
        "mean": "Mean",
        "geometric_mean": "Geometric mean",
        "least_squares_mean": "Least squares mean",
        "geometric_least_squares_mean": "Geometric least squares mean",
        "log_mean": "Log mean",
        "median": "Median",
    },
    registries={
        "ctgov": {
            "COUNT_OF_PARTICIPANTS": "count_of_participants",
            "COUNT_OF_UNITS": "count_of_units",
            "NUMBER": "number",
            "MEAN": "mean",
            "GEOMETRIC_MEAN": "geometric_mean",
            "LEAST_SQUARES_MEAN": "least_squares_mean",
            "GEOMETRIC_LEAST_SQUARES_MEAN": "geometric_least_squares_mean",
            "LOG_MEAN": "log_mean",
            "MEDIAN": "median",
        },
    },
)
