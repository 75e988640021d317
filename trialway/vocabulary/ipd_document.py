"""Which supporting information comes with shared data."""

from trialway.vocabulary.coded import Vocabulary

IPD_DOCUMENT = Vocabulary(
    "ipd_document",
    labels={
        "protocol": "Study protocol",
        "sap": "Statistical analysis plan",
        "icf": "Informed consent form",
        "csr": "Clinical study report",
        "analytic_code": "Analytic code",
    },
    registries={
        "ctgov": {
            "STUDY_PROTOCOL": "protocol",
            "SAP": "sap",
            "ICF": "icf",
            "CSR": "csr",
            "ANALYTIC_CODE": "analytic_code",
        },
    },
)
