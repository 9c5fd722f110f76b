"""The law that protects people, in plain Python: values in, values out, no framework."""
