"""What a web server loads: `trialway.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trialway.settings")

application = get_wsgi_application()

from trialway.site.jinja import warm  # noqa: E402 - Django must be set up before

warm()
