"""Opens a form: python open_form.py <form.json> <data key in Base64>

The data key is what KMS gives back for "dataKey" in the file. AES-256-GCM by hand, for machines without a library.
"""

import base64
import hmac
import json
import sys


def double(a):
    return a << 1 ^ (0x11B if a & 0x80 else 0)


def make_sbox():
    # Powers of three run through every byte but zero, so that an inverse is found by its logarithm.
    powers, a = [], 1
    for _ in range(255):
        powers.append(a)
        a ^= double(a)
    logs = {value: at for at, value in enumerate(powers)}
    box = []
    for value in range(256):
        inverse = powers[-logs[value] % 255] if value else 0
        turned = inverse
        for by in range(1, 5):
            turned ^= (inverse << by | inverse >> (8 - by)) & 0xFF
        box.append(turned ^ 0x63)
    return box


SBOX = make_sbox()


def round_keys(key):
    words, constant = [list(key[at : at + 4]) for at in range(0, 32, 4)], 1
    for at in range(8, 60):
        word = words[-1]
        if at % 8 == 0:
            word = [SBOX[b] for b in word[1:] + word[:1]]
            word[0] ^= constant
            constant = double(constant)
        elif at % 8 == 4:
            word = [SBOX[b] for b in word]
        words.append([a ^ b for a, b in zip(words[at - 8], word)])
    return [sum(words[at : at + 4], []) for at in range(0, 60, 4)]


def encrypt_block(block, keys):
    state = [a ^ b for a, b in zip(block, keys[0])]
    for number, key in enumerate(keys[1:], 1):
        state = [SBOX[state[(at + 4 * (at % 4)) % 16]] for at in range(16)]
        if number < 14:
            state = [b for at in range(0, 16, 4) for b in mix(state[at : at + 4])]
        state = [a ^ b for a, b in zip(state, key)]
    return bytes(state)


def mix(column):
    a, b, c, d = column
    every = a ^ b ^ c ^ d
    return [x ^ every ^ double(x ^ y) for x, y in ((a, b), (b, c), (c, d), (d, a))]


def multiply(x, y):
    product = 0
    for at in range(127, -1, -1):
        if x >> at & 1:
            product ^= y
        y = y >> 1 ^ (0xE1 << 120 if y & 1 else 0)
    return product


def open_box(key, iv, box):
    keys, text, tag = round_keys(key), box[:-16], box[-16:]
    stream = lambda number: encrypt_block(iv + number.to_bytes(4, "big"), keys)
    seen, by = 0, int.from_bytes(encrypt_block(bytes(16), keys), "big")
    for at in range(0, len(text), 16):
        seen = multiply(seen ^ int.from_bytes(text[at : at + 16].ljust(16, b"\0"), "big"), by)
    seen = multiply(seen ^ len(text) * 8, by)
    made = bytes(a ^ b for a, b in zip(seen.to_bytes(16, "big"), stream(1)))
    if not hmac.compare_digest(made, tag):
        sys.exit("This is not the data key of the form.")
    blocks = (zip(text[at : at + 16], stream(2 + at // 16)) for at in range(0, len(text), 16))
    return bytes(a ^ b for block in blocks for a, b in block)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        form = json.load(file)
    iv, data, key = (base64.b64decode(part) for part in (form["iv"], form["data"], sys.argv[2]))
    print(open_box(key, iv, data).decode())
