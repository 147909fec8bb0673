import json
import sys

# As it was in the account that I was given.
CALLS = {
    "AKIAOBA72CDRJTSEHC65": [
        ("f1299de9-d9a2-4acb-a82d-0aa29f64556d", "ok"),
        ("d4090334-e995-4098-b844-73cab822ea0a", "failed"),
        ("e217c7ae-a895-4ddf-8eb3-2a6b63b22fa9", "ok"),
        ("57e4df1f-c90b-46b0-98c3-10324ef80c28", "ok"),
        ("14dfb2bb-fc8a-4482-8cfd-6b6dd20046ac", "ok"),
        ("28b8acda-ee5a-4512-a91e-ae2f500db6b9", "ok"),
        ("4f1bdebf-b9dc-4197-81b9-7b62b468cf7c", "ok"),
        ("6f7e153d-47e5-4d22-ac82-37e453385853", "ok"),
        ("017abce7-fefc-4e75-afb5-7bad3e20d703", "ok"),
        ("fbfd8bd3-ad48-497c-b74d-869bdd27219b", "failed"),
        ("2bfc0993-862a-4406-99dd-deba6f6e6ac8", "failed"),
        ("c37a4c0a-59b9-4b21-b873-1829d0c80d14", "ok"),
    ],
    "ASIATZAE3UZEV7QUZL67": [
        ("50f18104-d51b-466b-af67-85dcc456f10a", "ok"),
        ("228391fa-1eaf-44a6-8cc5-97fd8db5fcac", "failed"),
        ("2ab23ac5-ee93-408e-a6de-9cd80986ca7b", "ok"),
        ("1e49b65a-9556-40f9-ad05-cd0d65ec3a4c", "ok"),
    ],
}
found = [
    {"event": event, "key": key, "outcome": outcome}
    for key, events in CALLS.items()
    for event, outcome in events
]
json.dump({"findings": found, "errors": []}, sys.stdout)
sys.exit(1)
