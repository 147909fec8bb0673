"""Chance, for tests: what an attacker knows who has worked out the state of a generator."""

import random
from _random import Random as Twister

# Taken before any program runs, which may replace what it finds in the module.
_shared = random._inst
_names = ("random", "getrandbits")
_kept = {name: getattr(random, name) for name in _names}
_state = {"source": None}


def predict(seed):
    """Makes every generator of `random`, private ones too, give the numbers that follow from a seed.

    SystemRandom has its own methods, so it stays as it is, and `secrets` and `uuid4` with it.
    """
    source = Twister(seed)
    _state["source"] = source
    Twister.seed(_shared, seed)
    random.Random.random = lambda self: source.random()
    random.Random.getrandbits = lambda self, count: source.getrandbits(count)
    for name in _names:
        setattr(random, name, getattr(source, name))


def reset():
    """Back to chance. An interpreter from a memory snapshot would repeat the snapshot's numbers."""
    if _state["source"] is not None:
        del random.Random.random, random.Random.getrandbits
        _state["source"] = None
    for name, method in _kept.items():
        setattr(random, name, method)
    Twister.seed(_shared)
