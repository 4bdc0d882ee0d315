"""What the app adds to the Wagtail admin: a table of contents."""

from wagtail import hooks

from courses.admin.base import MENU_HOOK
from courses.admin.course_files import carry_button, course_button, course_file_urls
from courses.admin.coverage import coverage_urls
from courses.admin.duplicates import duplicates_menu_item, duplicates_urls
from courses.admin.freezing import freezing_urls
from courses.admin.home import add_begin_panel
from courses.admin.item_analysis import questions_menu_item, questions_urls
from courses.admin.lesson_import import lesson_button, lesson_urls
from courses.admin.lesson_templates import outline_lesson_button, outline_lesson_urls
from courses.admin.log import register_actions
from courses.admin.look import khmer_sheet
from courses.admin.menu import desk_item, training_item
from courses.admin.outline import outline_button, outline_menu_item, outline_urls
from courses.admin.page_checks import CHECKS
from courses.admin.quality import quality_menu_item, quality_urls
from courses.admin.question_import import question_button, question_urls
from courses.admin.reach import reach_menu_item, reach_urls
from courses.admin.reach_explore import explore_urls
from courses.admin.reach_list import list_urls
from courses.admin.translations import translation_button, translation_urls
from courses.admin.viewsets import training_viewsets
from courses.queries.follow_ups import follow_up_address
from courses.queries.messages import SECRETS_HOOK
from courses.queries.pins import code_in_message

hooks.register("register_log_actions", register_actions)
hooks.register(SECRETS_HOOK, code_in_message)
hooks.register(SECRETS_HOOK, follow_up_address)
hooks.register("insert_global_admin_css", khmer_sheet)
hooks.register("register_admin_menu_item", training_item)
hooks.register("construct_homepage_panels", add_begin_panel)
hooks.register("register_admin_viewset", training_viewsets)

hooks.register(MENU_HOOK, desk_item)
hooks.register(MENU_HOOK, reach_menu_item)
hooks.register(MENU_HOOK, quality_menu_item)
hooks.register(MENU_HOOK, duplicates_menu_item)
hooks.register(MENU_HOOK, outline_menu_item)
hooks.register(MENU_HOOK, questions_menu_item)

hooks.register("register_admin_urls", reach_urls)
hooks.register("register_admin_urls", explore_urls)
hooks.register("register_admin_urls", list_urls)
hooks.register("register_admin_urls", coverage_urls)
hooks.register("register_admin_urls", freezing_urls)
hooks.register("register_admin_urls", quality_urls)
hooks.register("register_admin_urls", duplicates_urls)
hooks.register("register_admin_urls", outline_urls)
hooks.register("register_admin_urls", question_urls)
hooks.register("register_admin_urls", lesson_urls)
hooks.register("register_admin_urls", outline_lesson_urls)
hooks.register("register_admin_urls", questions_urls)
hooks.register("register_admin_urls", course_file_urls)
hooks.register("register_admin_urls", translation_urls)

for button in (
    outline_button,
    outline_lesson_button,
    question_button,
    lesson_button,
    course_button,
    carry_button,
    translation_button,
):
    hooks.register("register_page_listing_more_buttons", button.in_listing)
    hooks.register("register_page_header_buttons", button.in_header)

for name, check in CHECKS:
    hooks.register(name, check)
