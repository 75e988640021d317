"""The migrations of the store and its models are one and the same."""

from django.core.management import call_command


def test_the_migrations_make_what_the_models_say(data_folder):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
