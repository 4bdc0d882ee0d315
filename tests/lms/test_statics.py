"""How the demo keeps its static files."""

from lms.statics import QuickStaticFiles
from tests.lms.test_settings import SANE, setting


def test_the_demo_compresses_with_gzip_alone():
    compressor = QuickStaticFiles().create_compressor(quiet=True)
    assert (compressor.use_gzip, compressor.use_brotli) == (True, False)


def test_production_compresses_with_all_it_has(tmp_path):
    assert setting("s.STORAGES['staticfiles']['BACKEND']", SANE, tmp_path) == (
        "whitenoise.storage.CompressedManifestStaticFilesStorage"
    )
    demo = setting("s.STORAGES['staticfiles']['BACKEND']", {"SALA_MODE": "demo"}, tmp_path)
    assert demo == "lms.statics.QuickStaticFiles"
