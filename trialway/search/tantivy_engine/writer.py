"""EncodedDocuments → tantivy's files, one process at a time."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import tantivy

from trialway.errors import StoreDamaged
from trialway.search.document.encode_document import EncodedDocument
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.language import analysis
from trialway.search.tantivy_engine.schema import SCHEMA, to_tantivy

# A segment of the index is written whenever this is full: 600,000 trials make seven, too few to be merged.
BUILD_MEMORY = 512_000_000
UPDATE_MEMORY = 64_000_000


def write_index(folder: Path, documents: Iterable[EncodedDocument], codebook: FacetCodes) -> None:
    """Make an index in a folder that has none; no two documents may have the same number."""
    index = tantivy.Index(SCHEMA, str(folder), reuse=False)
    analysis.register_analyzer(index)
    with _writing(index, BUILD_MEMORY, codebook) as writer:
        for document in documents:
            writer.add_document(to_tantivy(document, codebook))


def update_index(
    folder: Path, documents: Iterable[EncodedDocument], removed: Iterable[int], codebook: FacetCodes
) -> None:
    """Replace or add documents and take trials out; readers see all of it at once, after a crash nothing of
    it."""
    with _writing(open_files(folder), UPDATE_MEMORY, codebook) as writer:
        # Who was killed while committing left files by the names that the same update would use again.
        writer.garbage_collect_files()
        for document in documents:
            _remove(writer, document.number)
            writer.add_document(to_tantivy(document, codebook))
        # Last: which have to go may be known only when the documents have been made.
        for number in removed:
            _remove(writer, number)


def _remove(writer: tantivy.IndexWriter, number: int) -> None:
    # Not delete_documents_by_term: of an unsigned field it deletes nothing and says nothing (tantivy 0.27.0).
    writer.delete_documents_by_query(tantivy.Query.term_query(SCHEMA, "number", number))


@contextmanager
def _writing(index: tantivy.Index, memory: int, codebook: FacetCodes) -> Iterator[tantivy.IndexWriter]:
    writer = index.writer(memory, num_threads=1)
    try:
        yield writer
        codebook.save()
        writer.commit()
    finally:
        writer.wait_merging_threads()


def open_files(folder: Path) -> tantivy.Index:
    """The files of an index that is there; StoreDamaged when they cannot be read."""
    try:
        index = tantivy.Index.open(str(folder))
    except (ValueError, OSError) as error:
        raise StoreDamaged(
            f"The index {folder} cannot be read ({error}); run trialway index --rebuild."
        ) from error
    _refuse_lost_positions(folder)
    analysis.register_analyzer(index)
    return index


def _refuse_lost_positions(folder: Path) -> None:
    """tantivy misses a file of positions only with the first phrase, and any other file at once."""
    segments = msgspec.json.decode((folder / "meta.json").read_bytes())["segments"]
    for segment in segments:
        file = folder / f"{segment['segment_id'].replace('-', '')}.pos"
        if not file.exists():
            raise StoreDamaged(f"The index {folder} has lost {file.name}; run trialway index --rebuild.")
