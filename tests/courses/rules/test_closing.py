"""What is left to do before a run can be closed."""

from courses.rules.closing import ToClose


def test_a_run_with_everything_done_lacks_nothing():
    assert ToClose(held=4).missing() == {}


def test_what_is_left_stands_in_the_order_of_work():
    state = ToClose(held=1, planned=2, unlocked=1, walk_ins=3, requests=4, names=5)
    assert list(state.missing().items()) == [
        ("sessions_left", 2),
        ("registers_open", 1),
        ("walk_ins_unmatched", 3),
        ("requests_unanswered", 4),
        ("names_undecided", 5),
    ]


def test_a_run_of_which_nothing_took_place_is_called_off_instead():
    assert ToClose(held=0).missing() == {"never_held": 1}
    assert ToClose(held=0, planned=1).missing() == {"sessions_left": 1}
