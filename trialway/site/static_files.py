"""Static files under names that change with their content, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    # Our scripts are ES modules that import one another; their import lines need the hashed names too.
    support_js_module_import_aggregation = True
