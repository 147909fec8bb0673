import { strangerFlaws } from "./stranger-flaws.ts";
import { templates, type Template } from "./template.ts";

const basic = templates("basic", {
  "at-once": `
~view
def $f():
    return ~send(~join($C, ~request.args["$p"])) #!`,
  variable: `
~view
def $f():
    $n = ~request.args.get("$p", "")
    return ~send(~join($C, $n)) #!`,
  "f-string": `
~view
def $f():
    $n = ~request.form["$p"]
    with open(f"{$C}/{$n}") as file: #!
        return file.read()`,
  plus: `
~view
def $f():
    return open($C + "/" + ~request.values["$p"]).read() #!`,
  slash: `
~view
def $f():
    $n = ~request.args["$p"]
    return (~Path($C) / $n).read_text() #!`,
  removed: `
~view
def $f():
    ~remove(~join($C, ~request.form["$p"])) #!
    return "", 204`,
});

const known = templates("known", {
  percent: `
~view
def $f():
    $n = ~request.args["$p"]
    with open("%s/%s" % ($C, $n), "rb") as file: #!
        return file.read()`,
  format: `
~view
def $f():
    return ~send("{}/{}.pdf".format($C, ~request.args["$p"])) #!`,
  "path-object": `
~view
def $f():
    path = ~Path($C, ~request.args["$p"])
    if not path.exists():
        return "not here", 404
    return path.read_bytes() #!`,
  "two-steps": `
~view
def $f():
    $n = ~request.values.get("$p")
    path = ~join($C, "out", $n)
    log.info("sends %s", path)
    return ~send(path, as_attachment=True) #!`,
  asynchronous: `
~view
async def $f():
    $n = ~request.args["$p"].strip()
    body = open(~join($C, $n)).read() #!
    return await render(body)`,
  closure: `
~view
def $f():
    $n = ~request.args["$p"]

    def lines():
        with open(~join($C, $n)) as file: #!
            yield from file

    return stream(lines())`,
  "helper-returns": `
def path_of_$f($n):
    return ~join($C, $n)


~view
def $f():
    return open(path_of_$f(~request.args["$p"])).read() #!`,
  "helper-opens": `
def read_$f(base, $n):
    with open(f"{base}/{$n}") as file: #!
        return file.read()


~view
def $f():
    return read_$f($C, ~request.args["$p"])`,
  "several-lines": `
~view
def $f():
    $n = ~request.args["$p"]
    return ~send( #!
        ~join(
            $C,
            $n,
        ),
        download_name="document.pdf",
    )`,
  header: `
~view
def $f():
    language = ~request.headers.get("X-Language", "en")
    return ~Path(f"{$C}/{language}.json").read_text() #!`,
  upload: `
~view
def $f():
    part = ~request.files["$p"]
    with open(~join($C, part.filename), "wb") as out: #!
        out.write(part.read())
    return "", 201`,
  "empty-is-checked": `
~view
def $f():
    $n = ~request.args.get("$p")
    if not $n:
        ~abort(400)
    return ~send(~join($C, $n)) #!`,
  "dots-are-checked": `
~view
def $f():
    $n = ~request.args["$p"]
    if ".." in $n or $n.startswith("~"):
        ~abort(400)
    with open(~join($C, $n)) as file: #!
        return file.read()`,
  replaced: `
~view
def $f():
    $n = ~request.args["$p"].replace("../", "")
    return open($C + "/" + $n).read() #!`,
  json: `
~view
def $f():
    body = ~request.get_json()
    ~remove($C + "/" + body["$p"]) #!
    return "", 204`,
  "another-is-cleaned": `
~view
def $f():
    $n = ~request.args["$p"]
    shown = ~secure($n)
    log.info("reads %s", shown)
    return open(~join($C, $n)).read() #!`,
  "cleaned-too-late": `
~view
def $f():
    $n = ~request.cookies["$p"]
    data = open(~join($C, $n)).read() #!
    $n = ~secure($n)
    return {"name": $n, "data": data}`,
});

export const flaws: readonly Template[] = [...basic, ...known, ...strangerFlaws];
