"""Every page of the site and its address."""

from django.urls import path

from trialway.site.pages import (
    criteria,
    feed,
    history,
    home,
    patterns,
    results,
    search,
    sheet,
    sitemap,
    sources,
    static_pages,
    trial,
)
from trialway.site.pages.health import healthz

urlpatterns = [
    path("", home.home, name="home"),
    path("search", search.search, name="search"),
    path("search.json", search.search_json, name="search_json"),
    path("search.csv", search.search_csv, name="search_csv"),
    path("trial/<str:slug>.json", trial.trial_json, name="trial_json"),
    path("trial/<str:slug>/patient.json", trial.patient_json, name="trial_patient_json"),
    path("trial/<str:slug>/criteria.json", criteria.criteria_json, name="trial_criteria_json"),
    path("trial/<str:slug>/professional", trial.professional, name="trial_professional"),
    path("trial/<str:slug>/sheet", sheet.trial_sheet, name="trial_sheet"),
    path("trial/<str:slug>/sheet.pdf", sheet.trial_sheet_pdf, name="trial_sheet_pdf"),
    path("trial/<str:slug>/expert", trial.expert, name="trial_expert"),
    path("trial/<str:slug>/results", results.results, name="trial_results"),
    path("trial/<str:slug>/results.json", results.results_json, name="trial_results_all_json"),
    path("trial/<str:slug>/results/<slug:key>.csv", results.results_part_csv, name="trial_results_csv"),
    path("trial/<str:slug>/results/<slug:key>.svg", results.results_picture, name="trial_results_picture"),
    path("trial/<str:slug>/results/<slug:key>.json", results.results_part_json, name="trial_results_json"),
    path("trial/<str:slug>/results/<slug:key>", results.results_part, name="trial_results_part"),
    path("trial/<str:slug>/history", history.history, name="trial_history"),
    path("trial/<str:slug>/history.json", history.history_json, name="trial_history_json"),
    path("trial/<str:slug>/history.atom", feed.trial_feed, name="trial_feed"),
    path("trial/<str:slug>", trial.trial, name="trial"),
    path("sources", sources.sources, name="sources"),
    path("sources.json", sources.sources_json, name="sources_json"),
    path("about", static_pages.about, name="about"),
    path("about/clinical-research", static_pages.clinical_research, name="clinical_research"),
    path("privacy", static_pages.privacy, name="privacy"),
    path("accessibility", static_pages.accessibility, name="accessibility"),
    path("patterns", patterns.patterns, name="patterns"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap_index, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.sitemap_part, name="sitemap_part"),
    path("healthz", healthz, name="healthz"),
]
