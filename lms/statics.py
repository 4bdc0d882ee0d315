"""How the demo keeps its static files: hashed names and gzip, as in production."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class QuickStaticFiles(CompressedManifestStaticFilesStorage):
    """Leaves brotli out where it is installed: it takes longer than all the rest, and a
    demo is started to be looked at."""

    def create_compressor(self, **kwargs):
        return super().create_compressor(use_brotli=False, **kwargs)
