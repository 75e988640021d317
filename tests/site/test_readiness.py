"""The watch of each worker that has answers ready before somebody asks."""

import logging
import shutil

from trialway.index.opening import open_index
from trialway.site.pages.home import figures_of
from trialway.site.readiness import stay_ready


class Pauses:
    """Stands for the event that ends the watch: in each pause one thing happens, then it ends."""

    def __init__(self, *happen):
        self.happen = list(happen)
        self.over = False

    def is_set(self):
        return self.over

    def wait(self, seconds):
        if self.happen:
            self.happen.pop(0)()
        else:
            self.over = True


def test_the_first_visitor_of_the_home_page_finds_its_figures_made(site, sample_folder):
    figures_of.cache_clear()
    stay_ready(sample_folder.index, Pauses())
    made = figures_of.cache_info().misses
    assert made == 1
    assert site.get("/").status_code == 200
    assert figures_of.cache_info().misses == made


def test_the_search_without_words_is_answered_beforehand(site, sample_folder, monkeypatch):
    stay_ready(sample_folder.index, Pauses())
    engine = open_index(sample_folder.index)
    monkeypatch.setattr(type(engine), "_match", None)  # nothing is left to search for
    assert site.get("/search").status_code == 200


def test_another_index_is_made_ready_at_the_next_look(site, sample_folder, tmp_path):
    folder = tmp_path / "index"
    looks = []

    def appears():
        shutil.copytree(sample_folder.index, folder)

    def changes():
        looks.append(figures_of.cache_info().currsize)
        state = next(folder.glob("*/index.json"))
        state.write_bytes(state.read_bytes())
        figures_of.cache_clear()

    stay_ready(folder, Pauses(appears, changes))
    looks.append(figures_of.cache_info().currsize)
    assert looks == [1, 1]


def test_an_index_that_breaks_the_questions_ends_no_watch(sample_folder, monkeypatch, caplog):
    asked = []

    def breaks(*_):
        asked.append(1)
        raise ValueError("damaged in a way that nobody foresaw")

    monkeypatch.setattr("trialway.site.readiness.answered", breaks)
    with caplog.at_level(logging.ERROR):
        stay_ready(sample_folder.index, Pauses(lambda: None))
    assert len(asked) == 2
    assert "could not be made ready" in caplog.text
