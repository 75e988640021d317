"""Stored trials ─▶ documents of the index, and on the way the archive's rows that need a record to be read.

The reading is done in a second process where there are many. A trial that cannot be read, or of which no
document can be made, is put in quarantine with its reason, and the others go on.
"""

import itertools
from collections.abc import Iterable, Iterator

from django.db import transaction

from trialway.archive.models import Oddity, Slug
from trialway.archive.prefetch import prefetch_in_process
from trialway.archive.rows import insert
from trialway.archive.stored import StoredTrial
from trialway.pipeline.documents import Details, Made, read_document, storable
from trialway.pipeline.failures import Failed
from trialway.pipeline.quarantine import Quarantine
from trialway.search.document.encode_document import EncodedDocument

_BATCH = 200


def documents(stored: Iterable[StoredTrial], quarantine: Quarantine) -> Iterator[EncodedDocument]:
    """The documents of those that can be read, in order, after their rows were written; the others are put in
    quarantine."""
    read = prefetch_in_process(read_document, stored, _weight)
    while batch := list(itertools.islice(read, _BATCH)):
        made = [each for each in batch if isinstance(each, Made)]
        with transaction.atomic():
            _write([each.details for each in made])
            quarantine.put(each for each in batch if isinstance(each, Failed))
            quarantine.release(each.details.number for each in made)
        yield from (each.document for each in made)


def _write(batch: list[Details]) -> None:
    records = [key for details in batch for key in details.records]
    Oddity.objects.filter(record__in=records).delete()
    Slug.objects.bulk_create(
        (
            Slug(slug=storable(alias)[:64], trial_id=details.number, canonical=False)
            for details in batch
            for alias in details.aliases
        ),
        ignore_conflicts=True,
    )
    insert(
        Oddity, ("record_id", "what", "place", "raw"), (row for details in batch for row in details.oddities)
    )


def _weight(stored: StoredTrial) -> int:
    """Bytes of a trial on its way to another process."""
    return sum(len(source.blob) for source in stored.sources)
