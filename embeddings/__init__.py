"""Turns text into vectors. Imports no other package of this project; the only home of torch and onnxruntime."""
