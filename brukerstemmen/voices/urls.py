"""Doors."""

app_name = "voices"

urlpatterns: list = []
