"""QR codes that a page holds itself."""

from courses.adapters.qr import qr_data_uri


def test_a_qr_code_is_a_picture_without_a_request():
    assert qr_data_uri("KH-7K4M-92").startswith("data:image/svg+xml")
    assert qr_data_uri("KH-7K4M-92") != qr_data_uri("KH-7K4M-93")
