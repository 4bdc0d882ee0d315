"""Room for the frames of a call, without which deep calls wait for memory again and again."""

from functools import wraps

#: Places in the frame of the call, 560 kB of addresses of which none is touched; CPython puts it
#: into a piece of 1 MiB and the frames below it into the rest.
PLACES = 70_000


def with_room(function):
    """The function, called in a frame that brings a large piece of the stack with it.

    CPython from 3.11 on keeps frames in pieces of 16 KiB, and gives a piece back to the system when
    the last frame in it returns: a loop that calls at the end of a piece fetches one and gives it
    back each time round. Under pytest templates and queries lie deep enough to meet such ends.
    """

    @wraps(function)
    def call(*args, **kwargs):
        return function(*args, **kwargs)

    call.__code__ = call.__code__.replace(co_stacksize=PLACES)
    return call
