"""The sheet for the doctor: the page and the PDF say the same."""

import io

import pytest
from pypdf import PdfReader

from trialway.presenters.sheet import QUESTIONS

SLUGS = ["NCT04740918", "NCT03371017", "NCT00089661"]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_pdf_reads_back(site, slug):
    answer = site.get(f"/trial/{slug}/sheet.pdf")
    pdf = PdfReader(io.BytesIO(answer.content))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert answer["Content-Type"] == "application/pdf"
    assert slug in text
    assert slug in pdf.metadata.title
    assert all(question in text for question in QUESTIONS)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_page_has_the_number_the_status_and_the_questions(site, slug):
    text = site.get(f"/trial/{slug}/sheet").text
    assert slug in text
    assert "information to talk about, not medical advice" in text
    assert all(question in text for question in QUESTIONS)


def test_the_patient_page_leads_to_the_sheet(site):
    assert 'href="/trial/NCT04740918/sheet"' in site.get("/trial/NCT04740918").text
