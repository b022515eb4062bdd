"""The closed form in NumPy, and PyTorch's CyclicLR step by step, for PeerProcess.

PeerProcess starts this program and documents its commands.
Arguments: numpy|pytorch mode scale_mode step_size_up step_size_down gamma base_lr max_lr first size
"""

import platform
import sys
import warnings


def numpy_filler(mode, scale_mode, up, down, gamma, base, peak, first, size):
    """The usual vectorised form; the iterations are computed once, as for a whole sweep."""
    import numpy as np

    iterations = np.arange(first, first + size, dtype=np.float64)
    out = np.full(size, np.nan)
    total = up + down
    ratio = up / total

    def fill():
        cycle = np.floor(1 + iterations / total)
        x = 1 + iterations / total - cycle
        height = (peak - base) * np.where(x <= ratio, x / ratio, (x - 1) / (ratio - 1))
        counted = cycle if scale_mode == "cycle" else iterations
        if mode == "triangular2":
            height *= 2.0 ** (1 - counted)
        elif mode == "exp_range":
            height *= gamma**counted
        np.add(base, height, out=out)

    return f"NumPy {np.__version__}", out, fill


def pytorch_filler(mode, scale_mode, up, down, gamma, base, peak, first, size):
    """One scheduler.step() per iteration; the built-in modes, and gamma^cycle by scale_fn."""
    import array

    import torch
    from torch.optim.lr_scheduler import CyclicLR

    own = {"triangular": "cycle", "triangular2": "cycle", "exp_range": "iterations"}
    settings = {"mode": mode, "gamma": gamma}  # CyclicLR ignores scale_mode for a built-in mode
    if mode == "exp_range" and scale_mode == "cycle":
        settings = {"scale_fn": lambda cycle: gamma**cycle, "scale_mode": "cycle"}
    elif mode != "triangular" and own[mode] != scale_mode:
        sys.exit(f"CyclicLR has no {mode}/{scale_mode}")
    out = array.array("d", [float("nan")]) * size

    def fill():
        parameter = torch.nn.Parameter(torch.zeros(1))
        optimizer = torch.optim.SGD([{"params": [parameter], "initial_lr": base}], lr=base)
        scheduler = CyclicLR(
            optimizer, base, peak, up, down, cycle_momentum=False, last_epoch=first - 1, **settings
        )
        optimizer.step()  # once: CyclicLR warns if a scheduler step comes before any optimizer step
        out[0] = scheduler.get_last_lr()[0]
        for i in range(1, size):
            scheduler.step()
            out[i] = scheduler.get_last_lr()[0]

    return f"PyTorch {torch.__version__}", out, fill


def main(name, mode, scale_mode, up, down, gamma, base, peak, first, size):
    warnings.simplefilter("ignore")
    make = {"numpy": numpy_filler, "pytorch": pytorch_filler}[name]
    versions, out, fill = make(
        mode, scale_mode, int(up), int(down), float(gamma), float(base), float(peak), int(first), int(size)
    )
    commands, answers = sys.stdin.buffer, sys.stdout.buffer
    answers.write(f"{versions}, Python {platform.python_version()}\n".encode())
    answers.flush()
    while command := commands.read(1):
        if command == b"f":
            fill()
            answers.write(b"f")
        else:
            answers.write(out.tobytes())
        answers.flush()


main(*sys.argv[1:])
