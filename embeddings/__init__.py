"""Text to vectors. Imports nothing of ours; the only home of torch and onnxruntime."""
