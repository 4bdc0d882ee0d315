"""What happens on other people's signals: groups after a migration, keys before a save, words of
pages for search after publishing."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import transaction
from django.db.models.signals import (
    post_delete,
    post_migrate,
    post_save,
    pre_migrate,
    pre_save,
)
from django_tasks import task_backends
from django_tasks.backends.immediate import ImmediateBackend
from wagtail.images import get_image_model
from wagtail.models import Revision
from wagtail.signals import page_published, page_unpublished, post_page_move, task_submitted

from courses.actions.change_log import drop_triggers, make_triggers
from courses.actions.duplicates import compare_newcomers
from courses.actions.groups import ensure_groups
from courses.actions.media import forget_camera
from courses.actions.messages import renew_words
from courses.actions.organization_keys import keep_keys
from courses.actions.search_texts import drop_page, index_page
from courses.actions.translations import notice_version
from courses.actions.workflow_tasks import check_pages_too
from courses.adapters.memory import forget
from courses.models import (
    CataloguePage,
    Course,
    CoursePage,
    CourseRun,
    Enrollment,
    FactsChange,
    ImportBatch,
    LessonPage,
    Message,
    Organization,
    OrganizationId,
    OrganizationName,
    Person,
    Session,
    Topic,
)
from courses.queries.page_leaves import TRANSLATED
from courses.rules.keys import person_keys
from courses.signals import facts_behind, list_queued, messages_queued
from courses.tasks import add_list, refresh_facts, send_messages

#: What public pages remember for a while.
REMEMBERED = (CataloguePage, Course, CoursePage, CourseRun, Enrollment, LessonPage, Session, Topic)

#: How many messages leave in the request that made them, where no worker does it.
LETTERS_AT_ONCE = 3

#: What leads to an organization beside its own names.
FINDS_ORGANIZATION = (OrganizationName, OrganizationId)


def make_groups(sender, apps=installed, **kwargs):
    """Permissions exist only after the migrations, so the groups are made here; words of messages
    that nobody changed become the newest ones. Nothing where the tables have just been taken away.

    Django's own receiver may come later, depending on the order of the apps.
    """
    if sender.name == "courses" and apps.is_installed("courses"):
        create_permissions(sender, verbosity=0)
        ensure_groups()
        renew_words()


def drop_facts_triggers(sender, using, plan=(), **kwargs):
    """Migrations may make tables anew, which triggers would not survive."""
    if sender.name == "courses" and any(each.app_label == "courses" for each, _back in plan):
        drop_triggers(using)


def make_facts_triggers(sender, using, apps=installed, **kwargs):
    if sender.name == "courses" and apps.is_installed("courses"):
        make_triggers(using)


def keep_person_keys(sender, instance, **kwargs):
    """Search and sorting keys follow the names, whoever saves them; with another name somebody is
    compared with all others again."""
    for field, key in person_keys(instance.name_km, instance.name_latin).items():
        if getattr(instance, field) != key:
            instance.compared_at = None
        setattr(instance, field, key)


def keep_organization_keys(sender, instance, created, **kwargs):
    """An organization is found by its names and ids, whoever saves them."""
    if sender is Organization:
        keep_keys(instance, is_new=created)
    else:
        keep_keys(instance.organization)


def drop_organization_keys(sender, instance, origin=None, **kwargs):
    """Not when the organization goes too: its keys go with it."""
    if not isinstance(origin, Organization):
        keep_keys(instance.organization)


def compare_new_person(sender, instance, **kwargs):
    """Work that is lost here is found by the command `find_duplicates`."""
    if instance.compared_at is None:
        transaction.on_commit(compare_newcomers, robust=True)


def clean_new_picture(sender, instance, raw=False, **kwargs):
    """Whatever screen or import a picture comes by."""
    if not raw:
        forget_camera(instance)


def index_published_page(sender, instance, **kwargs):
    index_page(instance)


def drop_unpublished_page(sender, instance, **kwargs):
    drop_page(instance)


def index_moved_page(sender, instance, **kwargs):
    page = instance.specific
    if isinstance(page, LessonPage):
        index_page(page)
    forget()


def forget_remembered(sender, **kwargs):
    """At once for whoever saved, and after the commit for those who looked in between."""
    forget()
    transaction.on_commit(forget)


def notice_saved_version(sender, instance, raw=False, update_fields=None, **kwargs):
    """A new version, or the newest one written over; not one that is only published later."""
    if not raw and update_fields is None and _is_translated(instance):
        notice_version(instance)


def _is_translated(version):
    return version.content_type.model_class() in TRANSLATED


def check_submitted_page(sender, instance, **kwargs):
    if _is_translated(instance.revision):
        check_pages_too(instance.task)


def add_queued_list(sender, batch_id, user_id, **kwargs):
    """A lost call is started again by whoever looks at the list, or by `catch_up_lists`."""
    add_list.enqueue(batch_id, user_id)


def send_queued_messages(sender, ids, **kwargs):
    """Without a worker, people wait for the answer of this request: a few letters may leave at
    once, more go with the next `send_messages`. A lost call is found by that command."""
    is_at_once = isinstance(task_backends[send_messages.backend], ImmediateBackend)
    if not is_at_once or len(ids) <= LETTERS_AT_ONCE:
        send_messages.enqueue(ids)


def refresh_facts_behind(sender, **kwargs):
    """A lost call is made again by whoever looks at figures next, or by `refresh_facts`."""
    refresh_facts.enqueue()


def connect():
    """Called once when the app is ready."""
    post_migrate.connect(make_groups, dispatch_uid="courses_make_groups")
    pre_migrate.connect(drop_facts_triggers, dispatch_uid="courses_drop_triggers")
    post_migrate.connect(make_facts_triggers, dispatch_uid="courses_make_triggers")
    pre_save.connect(keep_person_keys, Person, dispatch_uid="courses_person_keys")
    for model in (Organization, *FINDS_ORGANIZATION):
        uid = f"courses_keys_of_{model.__name__}"
        post_save.connect(keep_organization_keys, model, dispatch_uid=uid)
    for model in FINDS_ORGANIZATION:
        uid = f"courses_no_keys_of_{model.__name__}"
        post_delete.connect(drop_organization_keys, model, dispatch_uid=uid)
    post_save.connect(compare_new_person, Person, dispatch_uid="courses_compare_new_person")
    pre_save.connect(clean_new_picture, get_image_model(), dispatch_uid="courses_clean_pictures")
    for model in (CoursePage, LessonPage):
        name = model.__name__
        page_published.connect(index_published_page, model, dispatch_uid=f"courses_index_{name}")
        page_unpublished.connect(drop_unpublished_page, model, dispatch_uid=f"courses_drop_{name}")
    post_save.connect(notice_saved_version, Revision, dispatch_uid="courses_notice_version")
    task_submitted.connect(check_submitted_page, dispatch_uid="courses_check_submitted_page")
    post_page_move.connect(index_moved_page, dispatch_uid="courses_index_moved_page")
    list_queued.connect(add_queued_list, ImportBatch, dispatch_uid="courses_add_list")
    messages_queued.connect(send_queued_messages, Message, dispatch_uid="courses_send_messages")
    facts_behind.connect(refresh_facts_behind, FactsChange, dispatch_uid="courses_refresh_facts")
    for model in REMEMBERED:
        for signal in (post_save, post_delete):
            uid = f"courses_forget_{model.__name__}_{id(signal)}"
            signal.connect(forget_remembered, model, dispatch_uid=uid)
