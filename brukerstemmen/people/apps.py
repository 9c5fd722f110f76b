from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "brukerstemmen.people"
