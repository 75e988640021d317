"""The archive's tables. Raw versions are the truth; the rest is made from them."""

from django.db import models


class Record(models.Model):
    """One registry's account of a trial, through all its versions."""

    registry = models.CharField(max_length=16)
    record_id = models.CharField(max_length=64)
    current = models.ForeignKey("Version", null=True, on_delete=models.SET_NULL, related_name="+")
    # When the registry was first found to have it no more; it may come back.
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["registry", "record_id"], name="one_record_an_id"),)


class Version(models.Model):
    """A record as it was seen from ``first_seen`` to ``last_seen``. ``codec``: how ``blob`` is packed."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="versions")
    content_hash = models.BinaryField(max_length=16)
    registry_updated = models.DateField(null=True)
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()
    codec = models.SmallIntegerField()
    blob = models.BinaryField()

    class Meta:
        indexes = (
            models.Index(fields=["record", "registry_updated", "first_seen"], name="version_timeline"),
        )


class Trial(models.Model):
    """The study itself. ``change`` is the store's counter at its last change; the index catches up by it."""

    change = models.BigIntegerField(unique=True)


class RemovedTrial(models.Model):
    """A trial that is no more, and the store's counter when it went. Its number is never given out again."""

    number = models.BigIntegerField(primary_key=True)
    change = models.BigIntegerField(unique=True)


class Counter(models.Model):
    """A number that only grows. Whoever raises it holds its row until the transaction ends, so that the
    numbers become visible in their order, also when several hosts write to one database."""

    name = models.CharField(max_length=32, primary_key=True)
    value = models.BigIntegerField()


class Link(models.Model):
    """Why a record belongs to a trial."""

    trial = models.ForeignKey(Trial, on_delete=models.CASCADE, related_name="links")
    record = models.OneToOneField(Record, on_delete=models.CASCADE, related_name="link")
    evidence = models.CharField(max_length=200)
    strength = models.CharField(max_length=16)
    decided_by = models.CharField(max_length=64)


class Slug(models.Model):
    """An address of a trial's pages; the others redirect to the canonical one. Slugs outlive rebuilds."""

    slug = models.CharField(max_length=64, unique=True)
    trial = models.ForeignKey(Trial, on_delete=models.CASCADE, related_name="slugs")
    canonical = models.BooleanField()


class Oddity(models.Model):
    """What could not be read in a record's current version; ``what``: ``left out`` or ``unknown``."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="oddities")
    what = models.CharField(max_length=16)
    place = models.CharField(max_length=200)
    raw = models.CharField(max_length=200)


class Quarantine(models.Model):
    """A trial that ``step`` (``search`` or ``related``) failed on at its change ``change``, and why.

    ``program``: a hash of the program that failed; another one tries again.
    """

    trial = models.ForeignKey(Trial, on_delete=models.CASCADE, related_name="quarantined")
    step = models.CharField(max_length=16)
    change = models.BigIntegerField()
    program = models.CharField(max_length=32)
    reason = models.CharField(max_length=300)
    seen = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["trial", "step"], name="one_quarantine_a_step"),)


class CriteriaReading(models.Model):
    """The rules read from a record's criteria. Derived: it can be deleted, and is made again on demand.

    ``content_hash`` is the version's; ``reader`` a number of the program that read it. ``rules`` is None
    where they could not be read, and ``reason`` says why.
    """

    content_hash = models.BinaryField(max_length=16)
    reader = models.BigIntegerField()
    rules = models.BinaryField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["content_hash", "reader"], name="one_reading_a_content"),
        )


class Refusal(models.Model):
    """What a load could not take: where it stood, why, and the file that keeps its bytes."""

    source = models.TextField()
    position = models.CharField(max_length=200)
    reason = models.CharField(max_length=300)
    kept = models.CharField(max_length=100)
    size = models.BigIntegerField()
    seen = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["source", "position", "kept"], name="one_refusal_a_place"),
        )


class Load(models.Model):
    """A load that came to its end: what it brought. ``seen`` is the day its files speak of."""

    registry = models.CharField(max_length=16)
    started = models.DateTimeField()
    finished = models.DateTimeField()
    seen = models.DateTimeField()
    new = models.BigIntegerField()
    changed = models.BigIntegerField()
    unchanged = models.BigIntegerField()
    refused = models.BigIntegerField()


class Sync(models.Model):
    """A pass over a registry that was fetched whole: published, or held back with the reason.

    ``data_timestamp`` is the registry's own, ``subset`` a Subset as JSON, ``kind`` ``full`` or ``changes``.
    """

    registry = models.CharField(max_length=16)
    kind = models.CharField(max_length=16)
    subset = models.TextField()
    state = models.CharField(max_length=16)
    reason = models.TextField(blank=True)
    started = models.DateTimeField()
    finished = models.DateTimeField()
    data_timestamp = models.CharField(max_length=32)
    etag = models.CharField(max_length=200, blank=True)
    fetched = models.BigIntegerField()
    new = models.BigIntegerField(default=0)
    changed = models.BigIntegerField(default=0)
    unchanged = models.BigIntegerField(default=0)
    refused = models.BigIntegerField(default=0)
    withdrawn = models.BigIntegerField(default=0)
