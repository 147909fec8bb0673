/**
 * What the confined child and the browser's worker share: files into the interpreter, the device for
 * calls, a job in, a report out. Neither Node nor the browser is named here.
 */
const filesRoot = "/home/learner/app";
const utf8 = new TextEncoder();

/** `files` maps a path inside the interpreter to base64. */
export function addFiles(FS, files) {
  for (const [path, base64] of Object.entries(files)) {
    writeFile(FS, path, bytesOf(base64));
  }
}

function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function writeFile(FS, path, bytes) {
  FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  FS.writeFile(path, bytes);
}

const pageBytes = 65_536;

/**
 * Memory begins at a size that the build fixes, and a snapshot of an interpreter that had grown does not fit into
 * it: it grows before the interpreter looks at it. A browser compiles while it loads, by a function of its own.
 */
export function beginWithMemory(bytes) {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const instantiate = WebAssembly[name]?.bind(WebAssembly);
    WebAssembly[name] = async (...given) => {
      const made = await instantiate(...given);
      const exported = Object.values((made.instance ?? made).exports);
      const memory = exported.find((one) => one instanceof WebAssembly.Memory);
      const missing = bytes - (memory?.buffer.byteLength ?? bytes);
      if (missing > 0) memory.grow(Math.floor(missing / pageBytes));
      return made;
    };
  }
}

/** Python that puts `folders` on the import path, in this order, and imports driver and warm-up. */
export function prelude({ folders, warmup, driver }) {
  return `import sys
for folder in ${JSON.stringify(folders.toReversed())}:
    if folder not in sys.path:
        sys.path.insert(0, folder)
import ${driver}
${warmup}
`;
}

/** Python that makes modules unreachable; None makes an import fail as if they were not installed. */
export const forgetModules = `
import sys
for _name in ("js", "pyodide_js", "pyodide_js._api", "pyodide.console", "pyodide.http", "pyodide._package_loader"):
    sys.modules[_name] = None
del _name
`;

/** Takes one job, or opens a service and takes requests. The driver's reports are text. */
export function talkTo(pyodide, { driver: name }) {
  const driver = pyodide.pyimport(name);
  const flush = pyodide.runPython(afterRestore);
  const report = (said) => {
    flush();
    if (typeof said !== "string") throw new TypeError("the driver reported no text");
    return said;
  };
  return {
    start: ({ files, input, open }) => {
      pyodide.FS.mkdirTree(filesRoot);
      for (const [path, text] of Object.entries(files)) {
        writeFile(pyodide.FS, `${filesRoot}/${path}`, utf8.encode(text));
      }
      const take = open ? driver.open_world : driver.run;
      return report(take(JSON.stringify(input), filesRoot) ?? "null");
    },
    send: (request) => report(driver.send(request)),
  };
}

// A snapshot repeats the state of the random generator, and knows the files of its own boot only.
const afterRestore = `
def _prepare():
    import importlib, random, sys
    importlib.invalidate_caches()
    random.seed()
    out, err = sys.stdout, sys.stderr
    for stream in (out, err):
        stream.reconfigure(line_buffering=True)
    def flush(*_):
        for stream in (out, err):
            try:
                stream.flush()
            except Exception:
                pass
    return flush
_prepare()
`;

/** Standard output and error leave through `write(kind, bytes)`: "O" or "E". */
export function sendOutput(pyodide, write) {
  const to = (kind) => ({
    isatty: false,
    write: (bytes) => {
      write(kind, bytes);
      return bytes.length;
    },
  });
  pyodide.setStdin({ stdin: () => null });
  pyodide.setStdout(to("O"));
  pyodide.setStderr(to("E"));
}

/**
 * /dev/lab_host: one write is one request, the reads after it are its reply. A device rather than a
 * JavaScript function, so that the way out of the interpreter hands no host object to Python.
 * `exchange` takes the bytes of a request and returns those of its reply, synchronously.
 */
export function addCallDevice(FS, exchange) {
  let reply = new Uint8Array(0);
  const device = FS.makedev(240, 0);
  FS.registerDevice(device, {
    open: (stream) => {
      stream.seekable = false;
    },
    close: () => {},
    write: (_stream, ...[buffer, offset, length]) => {
      reply = exchange(Uint8Array.from(buffer.subarray(offset, offset + length)));
      return length;
    },
    read: (_stream, ...[buffer, offset, length]) => {
      const part = reply.subarray(0, length);
      buffer.set(part, offset);
      reply = reply.subarray(part.length);
      return part.length;
    },
  });
  FS.mkdev("/dev/lab_host", 0o666, device);
}

/**
 * /dev/lab_clock: a write sets what the interpreter takes for the time, as milliseconds since 1970 in decimal
 * text; it runs on from there. Learner code may write there too, and misleads nobody but itself.
 */
export function addClockDevice(FS) {
  const real = Date.now.bind(Date);
  let aheadMs = 0;
  Date.now = () => real() + aheadMs;
  const device = FS.makedev(240, 1);
  FS.registerDevice(device, {
    open: (stream) => {
      stream.seekable = false;
    },
    close: () => {},
    write: (_stream, ...[buffer, offset, length]) => {
      const text = String.fromCharCode(...buffer.subarray(offset, offset + Math.min(length, 20)));
      if (/^\d{1,15}$/.test(text)) aheadMs = Number(text) - real();
      return length;
    },
    read: () => 0,
  });
  FS.mkdev("/dev/lab_clock", 0o222, device);
}
