"""Where people land after signing in."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect


@login_required
def start(request):
    """Staff to the admin, trainers to their runs, everybody else to their training."""
    if request.user.has_perm("courses.see_all_training"):
        return redirect("wagtailadmin_home")
    if request.user.has_perm("courses.add_courserun"):
        return redirect("courses:desk")
    return redirect("courses:my_training")
