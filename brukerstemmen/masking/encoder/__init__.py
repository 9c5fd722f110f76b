"""A second trained reader of names, optional: a small transformer run by ONNX Runtime."""
