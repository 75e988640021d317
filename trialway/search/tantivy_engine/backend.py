"""tantivy as a backend: documents ─▶ writer.py ─▶ files ─▶ engine.py."""

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from trialway.search.document.encode_document import EncodedDocument
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.geo.site_columns import SiteColumns
from trialway.search.tantivy_engine.engine import TantivyEngine
from trialway.search.tantivy_engine.writer import update_index, write_index


class TantivyBackend:
    """The files of one folder. Their format changes between minor versions of tantivy."""

    format = f"tantivy {version('tantivy')}"

    def build(self, folder: Path, documents: Iterable[EncodedDocument], codebook: FacetCodes) -> None:
        write_index(folder, documents, codebook)

    def update(
        self,
        folder: Path,
        documents: Iterable[EncodedDocument],
        removed: Iterable[int],
        codebook: FacetCodes,
    ) -> None:
        update_index(folder, documents, removed, codebook)

    def version(self, folder: Path) -> str:
        """tantivy replaces meta.json with every commit."""
        status = (folder / "meta.json").stat()
        return f"{status.st_ino:x}-{status.st_mtime_ns:x}"

    def open(
        self, folder: Path, codebook: FacetCodes, columns: SiteColumns | None = None, version: str = ""
    ) -> TantivyEngine:
        return TantivyEngine(folder, codebook, columns, version)
