import { templates } from "./template.ts";

/** Forms that the sample does not show. */
export const strangerFlaws = templates("unseen", {
  walrus: `
~view
def $f():
    if $n := ~request.args.get("$p"):
        return ~send(~join($C, $n)) #!
    return "which one?", 400`,
  loop: `
~view
def $f():
    for $n in ~request.form.getlist("$p"):
        ~remove(~join($C, $n)) #!
    return "", 204`,
  comprehension: `
~view
def $f():
    return [open(~join($C, one)).read() for one in ~request.args.getlist("$p")] #!`,
  pair: `
~view
def $f():
    folder, $n = ~request.args["folder"], ~request.args["$p"]
    return open(f"{$C}/{folder}/{$n}").read() #!`,
  "added-to": `
~view
def $f():
    path = $C
    path += "/" + ~request.args["$p"]
    return ~send(path) #!`,
  "one-or-the-other": `
~view
def $f():
    $n = ~request.args["$p"] if "$p" in ~request.args else "index.html"
    return (~Path($C) / $n).read_text() #!`,
  "class-of-views": `
class View_$f(MethodView):
    def delete(self):
        $n: str = ~request.values["$p"]
        ~Path($C, $n).unlink() #!
        return "", 204`,
  "helper-by-keyword": `
def drop_$f(base, $n):
    ~remove(~join(base, $n)) #!


~view
def $f():
    drop_$f($n=~request.form["$p"], base=$C)
    return "", 204`,
  "helper-of-a-helper": `
def read_$f(path):
    with open(path) as file: #!
        return file.read()


def page_$f($n):
    return read_$f(f"{$C}/{$n}.html")


~view
def $f():
    return page_$f(~request.args["$p"])`,
  joined: `
~view
def $f():
    $n = ~request.args["$p"]
    try:
        return open("/".join([$C, $n])).read() #!
    except FileNotFoundError:
        return "not here", 404`,
});
