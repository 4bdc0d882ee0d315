"""HTML as plain words."""

from courses.adapters.plain_words import plain_words


def test_paragraphs_stay_apart_and_marks_go():
    html = "<p>One&nbsp;<b>two</b> &amp; three</p>\n<ul><li>a</li>\n<li>b</li></ul>"

    assert plain_words(html) == ("One two & three\na\nb", False)


def test_scripts_are_silent_and_pictures_are_told():
    assert plain_words("a<script>alert('x')</script><img src=x>b</script>") == ("ab", True)
    assert plain_words("<script/>a") == ("a", False)


def test_khmer_keeps_its_zero_width_spaces():
    assert plain_words("<p>សុវត្ថិភាព​ការងារ</p>") == ("សុវត្ថិភាព​ការងារ", False)
