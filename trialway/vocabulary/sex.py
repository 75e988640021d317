"""Which sex can take part."""

from trialway.vocabulary.coded import Vocabulary

SEX = Vocabulary(
    "sex",
    labels={
        "all": "All",
        "female": "Female",
        "male": "Male",
    },
    registries={
        "ctgov": {
            "ALL": "all",
            "FEMALE": "female",
            "MALE": "male",
        },
    },
)
