import json

# As they stand in the trail that I looked at.
HERE = "eu-west-1:333344445555"
NEEDED = [
    ("s3:GetObject", "arn:aws:s3:::returns-boots/weighed/*"),
    ("s3:PutObject", "arn:aws:s3:::returns-boots/labels/*"),
    ("dynamodb:UpdateItem", f"arn:aws:dynamodb:{HERE}:table/Returns-boots"),
    ("sqs:ReceiveMessage", f"arn:aws:sqs:{HERE}:to-shelves"),
    ("kms:Decrypt", f"arn:aws:kms:{HERE}:key/81dec8f6-ca35-c7a7-9f82-5fd5ea7d95ce"),
    ("secretsmanager:GetSecretValue", f"arn:aws:secretsmanager:{HERE}:secret:returns/cameras/printer-cZpabn"),
    ("dynamodb:DescribeTable", f"arn:aws:dynamodb:{HERE}:table/Returns-boots"),
    ("s3:ListBucket", "arn:aws:s3:::returns-boots"),
    ("s3:GetObject", "arn:aws:s3:::returns-shelves-eu/labels/*"),
    ("s3:GetObjectVersion", "arn:aws:s3:::returns-shelves-eu/arrivals/*"),
    ("s3:GetObjectVersion", "arn:aws:s3:::returns-boots/arrivals/*"),
    ("s3:PutObject", "arn:aws:s3:::returns-shelves-eu/weighed/*"),
    ("sqs:SendMessage", f"arn:aws:sqs:{HERE}:to-cameras"),
    ("lambda:InvokeFunction", f"arn:aws:lambda:{HERE}:function:price-boots"),
    ("lambda:GetFunctionConfiguration", f"arn:aws:lambda:{HERE}:function:grade-shelves"),
    ("dynamodb:PutItem", f"arn:aws:dynamodb:{HERE}:table/Stock-shelves"),
    ("dynamodb:ConditionCheckItem", f"arn:aws:dynamodb:{HERE}:table/Refunds-cameras"),
]
findings = [{"action": action, "resource": resource} for action, resource in NEEDED]
print(json.dumps({"findings": findings, "errors": []}))
