"""What Wagtail's pages for editors show and do beyond what they bring along."""
