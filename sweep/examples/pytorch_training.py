"""Trains with learning rate and momentum from a sweep, and again with PyTorch's own CyclicLR: the losses are the same.

    ./cycliclr sweep sweep/examples/iris.yaml -o DIR --dtype float64
    python3 sweep/examples/pytorch_training.py DIR

A small network learns the species of Fisher's irises (1936) by mini-batches, once for each configuration of the sweep.
"""

import csv
import pathlib
import sys

import numpy
import torch

TOLERANCE = 1e-6

with open(pathlib.Path(__file__).parent / "iris.csv", newline="") as table:
    rows = list(csv.reader(table))[1:]
species = sorted({row[4] for row in rows})
features = torch.tensor([[float(cell) for cell in row[:4]] for row in rows], dtype=torch.float64)
features = (features - features.mean(0)) / features.std(0)
labels = torch.tensor([species.index(row[4]) for row in rows])


def train(steps, set_rates):
    """The loss of each step; set_rates(optimizer) returns what to call before step number n."""
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(4, 16), torch.nn.Tanh(), torch.nn.Linear(16, 3)).double()
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0, momentum=0.9)
    prepare = set_rates(optimizer)
    order = torch.Generator().manual_seed(1)
    losses = []
    for step in range(steps):
        prepare(step)
        batch = torch.randint(len(rows), (15,), generator=order)
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(features[batch]), labels[batch])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return numpy.array(losses)


def from_files(learning_rate, momentum):
    def set_rates(optimizer):
        def prepare(step):
            for group in optimizer.param_groups:
                group["lr"] = float(learning_rate[step])
                group["momentum"] = float(momentum[step])
        return prepare
    return set_rates


def by_pytorch(configuration):
    def set_rates(optimizer):
        scheduler = torch.optim.lr_scheduler.CyclicLR(
            optimizer,
            base_lr=float(configuration["base_lr"]),
            max_lr=float(configuration["max_lr"]),
            step_size_up=int(configuration["step_size_up"]),
            step_size_down=int(configuration["step_size_down"]),
            mode=configuration["mode"],
            gamma=float(configuration["gamma"]),
            base_momentum=float(configuration["base_momentum"]),
            max_momentum=float(configuration["max_momentum"]))
        # CyclicLR sets the first rates itself, and the next ones after each step.
        return lambda step: scheduler.step() if step > 0 else None
    return set_rates


if len(sys.argv) != 2:
    sys.exit("usage: python3 pytorch_training.py DIR, the folder of a sweep")
folder = pathlib.Path(sys.argv[1])
learning_rate = numpy.load(folder / "learning_rate.npy", mmap_mode="r")
momentum = numpy.load(folder / "momentum.npy", mmap_mode="r")
with open(folder / "configs.csv", newline="") as table:
    configurations = list(csv.DictReader(table))

steps = learning_rate.shape[1]
if steps > 10_000:
    sys.exit(f"{folder} has {steps} iterations, hours of training; make the sweep from sweep/examples/iris.yaml")
best = None
largest = 0
for row, configuration in enumerate(configurations):
    losses = train(steps, from_files(learning_rate[row], momentum[row]))
    own = train(steps, by_pytorch(configuration))
    largest = max(largest, abs(losses - own).max())
    loss = losses[-50:].mean()
    if best is None or loss < best[0]:
        best = loss, row
print(f"{len(configurations)} trainings; losses from the files and by CyclicLR differ by at most {largest:.1e}")
print(f"best: row {best[1]}, loss {best[0]:.4f}: {configurations[best[1]]}")
assert largest <= TOLERANCE, f"more than {TOLERANCE}"
