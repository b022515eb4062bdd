"""Trains a model for each configuration of a sweep at once: a step reads the rates of all, learning_rate[step, :].

    ./cycliclr sweep sweep/examples/iris.yaml -o DIR --layout iteration-major
    python3 sweep/examples/vectorised_sweep.py DIR

The models are softmax regressions of the species of Fisher's irises (1936), trained by SGD with momentum in NumPy.
"""

import csv
import pathlib
import sys

import numpy

with open(pathlib.Path(__file__).parent / "iris.csv", newline="") as table:
    rows = list(csv.reader(table))[1:]
species = sorted({row[4] for row in rows})
features = numpy.array([[float(cell) for cell in row[:4]] for row in rows])
features = numpy.hstack([(features - features.mean(0)) / features.std(0), numpy.ones((len(rows), 1))])
labels = numpy.eye(len(species))[[species.index(row[4]) for row in rows]]


def train(learning_rate, momentum):
    """The last loss of each model; the arguments are indexed by step, then by model."""
    steps, models = learning_rate.shape
    weights = numpy.zeros((models, features.shape[1], labels.shape[1]))
    velocity = numpy.zeros_like(weights)
    order = numpy.random.default_rng(1)
    for step in range(steps):
        batch = order.integers(len(rows), size=15)
        scores = features[batch] @ weights
        scores -= scores.max(2, keepdims=True)
        odds = numpy.exp(scores)
        errors = odds / odds.sum(2, keepdims=True) - labels[batch]
        gradient = features[batch].T @ errors / len(batch)
        velocity = momentum[step, :, None, None] * velocity + gradient
        weights -= learning_rate[step, :, None, None] * velocity
    scores = features @ weights
    scores -= scores.max(2, keepdims=True)
    return -((scores * labels).sum(2) - numpy.log(numpy.exp(scores).sum(2))).mean(1)


if len(sys.argv) != 2:
    sys.exit("usage: python3 vectorised_sweep.py DIR, the folder of a sweep")
folder = pathlib.Path(sys.argv[1])
learning_rate = numpy.load(folder / "learning_rate.npy", mmap_mode="r")
momentum = numpy.load(folder / "momentum.npy", mmap_mode="r")
with open(folder / "configs.csv", newline="") as table:
    configurations = list(csv.DictReader(table))
if learning_rate.shape[1] != len(configurations):
    sys.exit(f"{folder} is config-major; make the sweep with --layout iteration-major")

losses = train(learning_rate, momentum)
best = int(losses.argmin())
print(f"{len(losses)} models at once: losses from {losses.min():.4f} to {losses.max():.4f}")
print(f"best: row {best}: {configurations[best]}")
# Trained alone it comes to the same.
alone = train(learning_rate[:, best:best + 1], momentum[:, best:best + 1])
assert abs(alone[0] - losses[best]) < 1e-9, (alone[0], losses[best])
