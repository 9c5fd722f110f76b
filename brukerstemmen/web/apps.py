from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "brukerstemmen.web"
