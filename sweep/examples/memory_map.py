"""Opens a sweep without reading it: arrays are mapped into memory, and what is looked at comes from the disk.

    ./cycliclr sweep sweep/examples/sobol.yaml -o DIR
    python3 sweep/examples/memory_map.py DIR
"""

import csv
import pathlib
import sys

import numpy

if len(sys.argv) != 2:
    sys.exit("usage: python3 memory_map.py DIR, the folder of a sweep")
folder = pathlib.Path(sys.argv[1])
learning_rate = numpy.load(folder / "learning_rate.npy", mmap_mode="r")
with open(folder / "configs.csv", newline="") as table:
    configurations = list(csv.DictReader(table))

print(f"{len(configurations)} configurations of {learning_rate.shape[1]} iterations, {learning_rate.dtype}")
for row in 0, len(configurations) - 1:
    rates, configuration = learning_rate[row], configurations[row]
    peak = int(configuration["step_size_up"])
    print(f"row {row}, {configuration['mode']}: {rates[0]:.3g} at first, "
          f"at most {rates.max():.3g}, on average {rates.mean(dtype=float):.3g}")
    # The foot is base_lr, rounded to the type of the array, and nothing else.
    assert rates[0] == learning_rate.dtype.type(float(configuration["base_lr"]))
    assert configuration["mode"] == "exp_range" or rates[peak] == learning_rate.dtype.type(float(configuration["max_lr"]))
