"""What the pages show: values for templates, made of published rows only."""
