"""Which engine this program searches with. To use another one, it is named here and nowhere else."""

from trialway.search.engine.base import EngineBackend
from trialway.search.tantivy_engine.backend import TantivyBackend

BACKEND: EngineBackend = TantivyBackend()
