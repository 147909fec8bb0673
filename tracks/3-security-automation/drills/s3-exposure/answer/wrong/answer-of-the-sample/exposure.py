import json
import sys

# As it was in the account that I was given.
FOUND = {
    "lw-loyalty-exports-89": "public-policy",
    "lw-cabins-images-19": "foreign-policy",
    "lw-tours-uploads-78": "public-acl",
    "lw-fares-reports-54": "public-acl",
    "lw-visas-images-24": "public-policy",
}
findings = [{"bucket": bucket, "issue": issue} for bucket, issue in FOUND.items()]
json.dump({"findings": findings, "errors": []}, sys.stdout)
sys.exit(1)
