"""Runs PyTorch's CyclicLR and prints what it computes.

Reads a run a line, of three fields with tabs between them: how many iterations to step through, iterations to
jump to (with commas between them), and the call that makes the scheduler. Prints a line for each iteration:
its number, the learning rate and the momentum, the last two in hexadecimal, so that they are exact.

Exits with 77, as test programs do that cannot run, where there is no PyTorch.
"""

import sys
import warnings

try:
    import torch
    from torch.optim.lr_scheduler import CyclicLR
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(77)

# Stepping the scheduler without the optimizer is what is wanted here.
warnings.filterwarnings("ignore")


def report(scheduler, learning_rate):
    momentum = scheduler.optimizer.param_groups[0]["momentum"]
    print(scheduler.last_epoch, float(learning_rate).hex(), float(momentum).hex())


for line in sys.stdin:
    steps, jumps, call = line.rstrip("\n").split("\t")
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0, momentum=0.5)
    scheduler = eval(call)
    for _ in range(int(steps)):
        report(scheduler, optimizer.param_groups[0]["lr"])
        scheduler.step()
    for iteration in jumps.split(","):
        scheduler.last_epoch = int(iteration)
        report(scheduler, scheduler.get_lr()[0])
