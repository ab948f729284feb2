"""The floor: ONNX Runtime, tokenizers and FAISS, and nothing else. Vectors only; the graph's folder is in $GRAPH."""

import os

import faiss
import numpy as np
import onnxruntime
from common import TOP, main, model_folder, save_texts
from tokenizers import Tokenizer


def build(folder, texts, vectors):
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    faiss.write_index(index, str(folder / "index.faiss"))
    save_texts(folder, texts)


def start(folder):
    tokenizer = Tokenizer.from_file(model_folder() + "/tokenizer.json")
    tokenizer.no_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(
        os.environ["GRAPH"] + "/model.onnx", options, providers=["CPUExecutionProvider"]
    )
    index = faiss.read_index(str(folder / "index.faiss"))
    faiss.omp_set_num_threads(1)

    def ask(question):
        ids = np.array([tokenizer.encode(question).ids], np.int64)
        (tokens,) = session.run(None, {"input_ids": ids, "lengths": np.array([ids.shape[1]], np.int32)})
        vector = tokens.mean(axis=1)
        return index.search(vector / np.linalg.norm(vector), TOP)[1][0].tolist()

    return ask


if __name__ == "__main__":
    main(build, start)
