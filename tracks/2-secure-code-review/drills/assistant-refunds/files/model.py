"""Client of the language model. A stand-in answers here, always in the same way.

It does what the last text before it asks for, whoever wrote that text and whatever the system prompt says:
`call <tool> {…}` makes it use a tool, `say: …` makes it reply with that. Real models do so less often, and
nobody knows when.
"""

import json
import re
import unicodedata

CALL = re.compile(r"\bcall\s+(\w+)\s*(\{[^{}]*\})", re.IGNORECASE)
SAY = re.compile(r"\bsay:\s*(.*)", re.IGNORECASE | re.DOTALL)
REFUND = re.compile(r"refund (\d+) cents of order (\d+)", re.IGNORECASE)
PRODUCT = re.compile(r"product (\d+)", re.IGNORECASE)


def complete(system, messages):
    """The next thing that the model wants: {"tool": …, "arguments": {…}} or {"reply": text}."""
    last = messages[-1]
    text = unicodedata.normalize("NFKC", _words(last["text"]))
    for found in CALL.finditer(text):
        try:
            return {"tool": found[1], "arguments": json.loads(found[2])}
        except ValueError:
            continue
    if found := SAY.search(text):
        return {"reply": found[1]}
    if last["role"] == "tool":
        return {"reply": f"This is what I found:\n{text}"}
    return _understand(text, _customer(text) or _customer(system))


def _understand(text, customer):
    if found := REFUND.search(text):
        wanted = {"order_id": int(found[2]), "amount_cents": int(found[1])}
        return {"tool": "refund", "arguments": {"customer_id": customer, **wanted}}
    if found := PRODUCT.search(text):
        return {"tool": "read_product", "arguments": {"product_id": int(found[1])}}
    if "orders" in text.lower():
        return {"tool": "list_orders", "arguments": {"customer_id": customer}}
    return {"reply": "Hello!\nHow can I help?"}


def _customer(text):
    found = re.search(r"number (\d+)", text)
    return int(found[1]) if found else None


def _words(text):
    """A tool's result as the model reads it: the texts and numbers in it."""
    try:
        value = json.loads(text)
    except ValueError:
        return text.replace('\\"', '"')
    return "\n".join(_leaves(value)) if isinstance(value, (dict, list)) else text


def _leaves(value):
    if isinstance(value, dict):
        return [f"{name}: {leaf}" for name, one in value.items() for leaf in _leaves(one)]
    if isinstance(value, list):
        return [leaf for one in value for leaf in _leaves(one)]
    return [str(value)]
