import { templates, type Template } from "./template.ts";

const basic = templates("basic", {
  "as-repaired": `
~view
def $f():
    return ~send(~join($C, ~secure(~request.args["$p"])))`,
  "cleaned-in-place": `
~view
def $f():
    $n = ~request.args["$p"]
    $n = ~secure($n)
    with open(f"{$C}/{$n}") as file:
        return file.read()`,
  basename: `
~view
def $f():
    $n = ~basename(~request.form["$p"])
    return (~Path($C) / $n).read_text()`,
  table: `
~view
def $f():
    $n = ~request.args["$p"]
    return ~send(~join($C, $T[$n]))`,
  number: `
~view
def $f():
    number = int(~request.args["$p"])
    return open(f"{$C}/page-{number}.html").read()`,
  "always-the-same": `
~view
def $f():
    log.info("asked for %s", ~request.args.get("$p"))
    return open(~join($C, "index.html")).read()`,
});

const known = templates("known", {
  "table-with-default": `
~view
def $f():
    $n = $T.get(~request.args.get("$p"), "index.html")
    return ~send(~join($C, $n))`,
  uuid: `
~view
def $f():
    claim = uuid.UUID(~request.args["$p"])
    return ~Path(f"{$C}/{claim}.pdf").read_bytes()`,
  "guard-by-table": `
~view
def $f():
    $n = ~request.args.get("$p")
    if $n not in $T:
        ~abort(404)
    return ~send(~join($C, $n))`,
  "guard-by-folder": `
~view
def $f():
    path = (~Path($C) / ~request.args["$p"]).resolve()
    if not path.is_relative_to($C):
        return "not here", 404
    return path.read_bytes()`,
  digest: `
~view
def $f():
    name = hashlib.sha256(~request.args["$p"].encode()).hexdigest()
    with open(~join($C, name), "rb") as file:
        return file.read()`,
  "another-argument": `
~view
def $f():
    return open($C + "/index.html", encoding=~request.args.get("$p", "utf-8")).read()`,
  environment: `
~view
def $f():
    path = environ["CLAIMS_LETTER"]
    log.info("%s for %s", path, ~request.args["$p"])
    return ~send(path)`,
  "request-of-a-queue": `
def $f(request):
    path = ~join($C, request.name)
    with open(path) as file:
        return file.read()`,
  "open-of-an-archive": `
~view
def $f():
    $n = ~request.args["$p"]
    with zipfile.ZipFile(f"{$C}/all.zip") as archive:
        return archive.open($n).read()`,
  "helper-cleans": `
def path_of_$f($n):
    return ~join($C, ~secure($n))


~view
def $f():
    return open(path_of_$f(~request.args["$p"])).read()`,
  "helper-of-constants": `
def read_$f(base, $n):
    with open(f"{base}/{$n}") as file:
        return file.read()


~view
def $f():
    return read_$f($C, "index.html") + str(~request.args.get("$p"))`,
  "same-name-elsewhere": `
~view
def $f():
    $n = ~request.args["$p"]
    return $n.upper()


def warm_$f():
    $n = "index.html"
    return open(~join($C, $n)).read()`,
  "only-a-text": `
~view
def $f():
    """Was open(os.path.join($C, request.args["$p"])) once."""
    # return send_file($C + request.args["$p"])
    return "gone", 410`,
  "from-a-directory": `
~view
def $f():
    return ~directory($C, ~request.args["$p"])`,
  "asynchronous-and-cleaned": `
~view
async def $f():
    part = ~request.files["$p"]
    with open(~join($C, ~secure(part.filename)), "wb") as out:
        out.write(part.read())
    return "", 201`,
});

const unseen = templates("unseen", {
  "inside-a-guard": `
~view
def $f():
    $n = ~request.args.get("$p")
    if $n in $T:
        return ~send(~join($C, $n))
    return "not here", 404`,
  "comprehension-of-cleaned": `
~view
def $f():
    return [open(~join($C, ~basename(one))).read() for one in ~request.args.getlist("$p")]`,
  chosen: `
~view
def $f():
    $n = "full.html" if ~request.args.get("$p") == "full" else "short.html"
    return open(~join($C, $n)).read()`,
  "walrus-of-cleaned": `
~view
def $f():
    if $n := ~secure(~request.args.get("$p", "")):
        return ~send(~join($C, $n))
    return "which one?", 400`,
  "class-of-cleaned": `
class View_$f(MethodView):
    def delete(self):
        $n: str = ~basename(~request.values["$p"])
        ~Path($C, $n).unlink()
        return "", 204`,
  "loop-over-the-table": `
~view
def $f():
    wanted = ~request.args["$p"]
    for $n in $T.values():
        log.info("%s for %s", open(~join($C, $n)).read(), wanted)
    return "", 204`,
  "set-again": `
~view
def $f():
    $n = ~request.args["$p"]
    log.info("asked for %s", $n)
    $n = "index.html"
    return ~send(~join($C, $n))`,
  "guard-that-raises": `
~view
def $f():
    $n = ~request.args["$p"]
    if $n not in $T:
        raise LookupError($n)
    ~remove(f"{$C}/{$n}")
    return "", 204`,
});

export const lookalikes: readonly Template[] = [...basic, ...known, ...unseen];
