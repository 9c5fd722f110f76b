from django.apps import AppConfig


class VoicesConfig(AppConfig):
    name = "brukerstemmen.voices"
