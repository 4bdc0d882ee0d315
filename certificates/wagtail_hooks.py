"""What the app adds to the Wagtail admin and to the screens of `courses`: a table of contents."""

from wagtail import hooks

from certificates.actions.links import links_that_ended
from certificates.admin.erasing import certificates_erased
from certificates.admin.held import kind_held
from certificates.admin.log import register_actions
from certificates.admin.registry import registry_item, registry_urls, yearly_item
from certificates.admin.viewsets import certificate_viewsets, certificates_of
from certificates.queries.letterhead import issuer_parties
from certificates.queries.links import paper_address
from certificates.queries.passport import papers_in_passport
from certificates.queries.person_file import certificates_in_file
from certificates.queries.reach_figures import figures_of_certificates
from certificates.views.panels import files_of, my_panel, run_panel

hooks.register("register_log_actions", register_actions)
hooks.register("register_admin_viewset", certificate_viewsets)
hooks.register("register_admin_urls", registry_urls)
hooks.register("register_training_menu_item", registry_item)
hooks.register("register_training_menu_item", yearly_item)
hooks.register("construct_training_record", certificates_of)
hooks.register("courses_erasure_consequences", certificates_erased)
hooks.register("courses_person_file", certificates_in_file)
hooks.register("courses_passport_papers", papers_in_passport)
hooks.register("register_training_quality", kind_held)
hooks.register("courses_run_panels", run_panel)
hooks.register("courses_my_panels", my_panel)
hooks.register("courses_certificate_files", files_of)
hooks.register("courses_letterhead", issuer_parties)
hooks.register("register_training_figures", figures_of_certificates)
hooks.register("courses_retention", links_that_ended)
hooks.register("courses_message_secrets", paper_address)
