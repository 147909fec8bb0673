/** Functions that open nothing a caller chooses. `$f` stands for a name. */
export const fillers: readonly string[] = [
  `
def total_of_$f(rows):
    return sum(row["amount"] for row in rows if row["open"])`,
  `
@app.get("/count/$f")
def count_$f():
    rows = [line for line in log.handlers if line]
    return {"count": len(rows)}`,
  `
class Claim_$f:
    def __init__(self, number, parcels):
        self.number = number
        self.parcels = list(parcels)

    def is_open(self):
        return any(parcel["state"] != "paid" for parcel in self.parcels)`,
  `
def rows_of_$f():
    with open("/srv/claims/tariff.csv", encoding="utf-8") as file:
        return [line.split(";") for line in file]`,
  `
async def notify_$f(queue, claims):
    for claim in claims:
        await queue.put({"claim": claim, "kind": "reminder"})`,
  `
def label_$f(first, last, *, short=False):
    if short:
        return f"{first[:1]}. {last}"
    return f"{first} {last}"`,
];

/** A table that grew by hand: Python reads it, and what calls itself for each part of it does not. */
export const longText = (parts: number): string =>
  `FORM = ${Array.from({ length: parts }, (_, at) => `"field-${at};"`).join(" + ")}`;

/** No Python of this century. */
export const broken: readonly string[] = [
  '"""Moves old letters; to be ported."""\nimport os\n\nfor name in os.listdir("/srv/claims"):\n    print "moved", name\n',
  '"""Merged on a Friday."""\n<<<<<<< HEAD\nLIMIT = 20\n=======\nLIMIT = 30\n>>>>>>> limits\n',
  '"""Half of an upload."""\n\n\ndef letters(\n    claim,\n',
];
