"""axe finds nothing on any kind of page, in the light and in the dark."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PAGES = [
    "/",
    "/search?q=breast+cancer",
    "/search?q=cancer&status=recruiting&status=completed&sort=sideways",
    "/search?q=zzzzqq",
    "/search/filters",
    "/search/filters?q=asthma+title:child&age=12&status=completed&start_from=2010&find=a",
    "/search/filters?q=asthma&find=omaliz&in=intervention",
    "/search?q=mitraclip+phase+3",
    "/search?q=breast+cancer+recruiting+in+France+for+a+70+year+old",
    "/search?q=hart+failure",
    "/search?q=asthma+(child+%22x&age=old",
    "/search?q=NCT04740918+NCT03371017+NCT99999999",
    "/search?q=cancer&near=Lyon&within=100km",
    "/search?q=asthma&near=Springfield",
    "/trial/NCT04740918?near=Lyon",
    "/trial/NCT04740918",
    "/trial/NCT01009918",
    "/trial/NCT04740918/professional",
    "/trial/NCT04740918/expert",
    "/trial/NCT00089661/results",
    "/trial/NCT00089661/results/outcome-1",
    "/trial/NCT00089973/expert",
    "/trial/NCT04740918/history",
    "/trial/NCT00089661/related",
    "/sources",
    "/about",
    "/about/clinical-research",
    "/glossary",
    "/trial/NCT04740918/sheet",
    "/privacy",
    "/accessibility",
    "/fit?trial=NCT04740918",
    "/patterns",
]
RULES = """
async () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  const where = (rule) => rule.nodes.map((node) => node.target.join(" ")).slice(0, 3);
  return violations.map((rule) => `${rule.id}: ${where(rule)}`);
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visit, path, scheme):
    page = visit(path, color_scheme=scheme)
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RULES) == []
