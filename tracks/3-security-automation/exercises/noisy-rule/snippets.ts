/**
 * A piece of a function that runs a command. `@run` and the like stand for the call as its file imports it, `$v` for
 * a value from outside, `$N` for a number of its own. A mark (see ../marked.ts) ends a line that is to be reported.
 */
export type Snippet = { family: Family; top?: readonly string[]; body: readonly string[] };

/** What a snippet tries: the plain case, or one way to get it wrong. */
export type Family = "plain" | "fixed" | "values" | "quoted" | "silenced";

export const flaws: readonly Snippet[] = [
  { family: "plain", body: ['@system(f"lpr -P dock-$N {$v}") #!'] },
  { family: "plain", body: ['@run(f"convert {$v} /srv/out-$N.png", shell=True, check=True) #!'] },
  { family: "plain", body: ['command = "tar xf %s" % $v', "@output(command, shell=True) #!"] },
  {
    family: "plain",
    body: ['child = @popen("ping -c 1 {}".format($v), shell=True) #!', "child.wait()"],
  },
  {
    family: "plain",
    body: ["@run( #!", '    args=f"zip -r /srv/day-$N.zip {$v}",', "    shell=True,", ")"],
  },
  { family: "plain", body: ['size = @getoutput("du -s " + $v) #!', 'print("size", size)'] },
  {
    family: "plain",
    body: ['state = @pipe(f"lpstat -p {$v}").read() #!', 'print("state", state)'],
  },
  {
    family: "fixed",
    body: ['command_$N = "sync"', "if $v:", "    command_$N = $v", "@system(command_$N) #!"],
  },
  {
    family: "fixed",
    top: ['HOOK_$N = os.environ.get("HOOK_$N", "true")'],
    body: ["@system(HOOK_$N) #!"],
  },
  {
    family: "fixed",
    top: ["from settings import PRINT_$N"],
    body: ["@run(PRINT_$N, shell=True) #!"],
  },
  { family: "values", body: ['@run("rsync -a " + $v + " /srv/stock", shell=1) #!'] },
  {
    family: "values",
    body: ["use_shell = bool($v)", '@run(f"scan --bay $N {$v}", shell=use_shell) #!'],
  },
  { family: "values", body: ['@output(f"mode {$v}", shell=sys.platform == "win32") #!'] },
  {
    family: "values",
    body: ["@run(", '    f"lock {$v}",', '    shell="yes",', ")"].map((line, at) =>
      at ? line : `${line} #!`,
    ),
  },
  { family: "quoted", body: ['@run(f"scp {@quote($v)} bay-$N:{$v}", shell=True) #!'] },
  { family: "quoted", body: ['@system("mv " + $v + " " + @quote($v)) #!'] },
  {
    family: "quoted",
    top: ["from urllib.parse import quote as url_quote"],
    body: ['@run("curl -s http://depot.example/" + url_quote($v), shell=True) #!'],
  },
  { family: "quoted", body: ["safe_$N = $v.strip()", '@system(f"touch /srv/{safe_$N}") #!'] },
  { family: "silenced", body: ['@run(f"wc -l {$v}", shell=True)  # nosec #!'] },
  { family: "silenced", body: ['@system("touch /srv/in/" + $v)  # nosec: reviewed #!'] },
];

export const lookalikes: readonly Snippet[] = [
  { family: "plain", body: ['@run(["lpr", "-P", "dock-$N", $v], check=True)'] },
  { family: "plain", body: ['words = ["zip", "-r", "/srv/day-$N.zip", $v]', "@output(words)"] },
  { family: "plain", body: ['@popen(["ping", "-c", "1", $v]).wait()'] },
  { family: "values", body: ['@run(["scan", "--bay", $v], shell=False)'] },
  { family: "plain", body: ['@system("sync")'] },
  {
    family: "fixed",
    top: ['STATUS_$N = "lpstat -p | wc -l"'],
    body: ["@output(STATUS_$N, shell=True)"],
  },
  { family: "fixed", body: ['@run("df -h /srv " + "| tail -n 1", shell=True)'] },
  {
    family: "fixed",
    top: ['SPOOL_$N = "/var/spool/dock"'],
    body: ['@output(f"ls {SPOOL_$N} | wc -l", shell=True)'],
  },
  { family: "fixed", body: ['@run(args="sync && lpstat -t", shell=True)'] },
  { family: "quoted", body: ['@run(f"file {@quote($v)} | tee -a /srv/log-$N", shell=True)'] },
  { family: "quoted", body: ['@system("gzip -9 " + @quote($v))'] },
  {
    family: "quoted",
    top: ['INBOX_$N = "/srv/in"'],
    body: ['@run("ls " + INBOX_$N + f"/{@quote($v)} | sort", shell=True)'],
  },
  {
    family: "silenced",
    body: ["# @run(command, shell=True) was here until the move to lists.", '@run(["touch", $v])'],
  },
  {
    family: "silenced",
    body: [
      '"""Never again os.system(f"rm {path}"), nor subprocess.run(text, shell=True)."""',
      "print($v)",
    ],
  },
  { family: "plain", body: ["queue.run($v, shell=True)"] },
];

/** How a file imports what runs commands, and what its calls look like then. */
export const styles: readonly {
  imports: readonly string[];
  calls: Readonly<Record<string, string>>;
}[] = [
  {
    imports: ["import shlex", "import subprocess"],
    calls: named("subprocess.", "os.", "shlex."),
  },
  {
    imports: ["import shlex as sh", "import subprocess as sp"],
    calls: named("sp.", "os.", "sh."),
  },
  {
    imports: [
      "from os import popen, system",
      "from shlex import quote",
      "from subprocess import Popen, check_output, getoutput, run",
    ],
    calls: named("", "", ""),
  },
];

function named(runs: string, os: string, shlex: string): Record<string, string> {
  return {
    run: `${runs}run`,
    output: `${runs}check_output`,
    popen: `${runs}Popen`,
    getoutput: `${runs}getoutput`,
    system: `${os}system`,
    pipe: `${os}popen`,
    quote: `${shlex}quote`,
  };
}
