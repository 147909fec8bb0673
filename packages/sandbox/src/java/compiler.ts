import type { Child } from "../child.ts";
import { frameKinds } from "../frames.ts";
import { bootJava } from "./boot.ts";
import { javaCommand, type Parts } from "./launch.ts";

/** Class name to base64; or what the compiler says, `file:line: message`, at most ten. */
export type Compiled = { classes: Record<string, string> } | { errors: readonly string[] };

export type Compiler = {
  /** One compilation after the other. Throws `sandbox-failed` where no compiler starts. */
  compile: (files: Record<string, string>) => Promise<Compiled>;
  /** Starts it ahead of the first job. */
  warm: () => Promise<void>;
  close: () => Promise<void>;
};

/** A large submission takes a second; what takes ten was written to. */
const compileTimeoutMs = 10_000;
const memoryMb = 640;
const heapMb = 192;
const answerMaxBytes = 6_000_000;

/**
 * A warm compiler in a confined child of its own. It runs nothing of a learner's, and what makes it hang or
 * burst costs that compilation and the next start: it is killed, and another one begins.
 */
export function warmCompiler(parts: () => Promise<Parts>): Compiler {
  const stop = new AbortController();
  let current: Promise<Child> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function start(): Promise<Child> {
    const command = javaCommand(await parts(), { main: "runner.Compiler", memoryMb, heapMb });
    const boot = { payloadMaxBytes: answerMaxBytes, signal: stop.signal };
    return bootJava(command, boot);
  }
  function warm(): Promise<Child> {
    if (current !== null) return current;
    const started = start();
    current = started;
    const forget = () => {
      if (current === started) current = null;
    };
    started.then((child) => child.ended.then(forget), forget);
    return started;
  }
  const compileNext = async (files: Record<string, string>): Promise<Compiled> => {
    const child = await warm();
    const answer = await ask(child, files);
    if (answer !== null) return answer;
    current = null;
    await child.ended;
    if (!stop.signal.aborted) warm().catch(() => {});
    return { errors: [`The compiler was stopped: ${tooMuch}`] };
  };
  return {
    warm: async () => void (await warm()),
    compile: (files) => {
      const compiled = last.then(() => compileNext(files));
      last = compiled.catch(() => {});
      return compiled;
    },
    close: async () => {
      stop.abort();
      const child = await current?.catch(() => null);
      await child?.ended;
    },
  };
}

const tooMuch = `the program takes more than ${compileTimeoutMs / 1000} seconds or ${heapMb} MB to compile.`;

/** Null where the child did not answer; it is gone then. */
function ask(child: Child, files: Record<string, string>): Promise<Compiled | null> {
  return new Promise((resolve) => {
    const fail = () => {
      clearTimeout(timer);
      child.kill();
      resolve(null);
    };
    const timer = setTimeout(fail, compileTimeoutMs);
    child.listen({
      frame: ({ kind, payload }) => {
        if (kind !== frameKinds.result) return fail();
        clearTimeout(timer);
        resolve(parse(payload));
      },
      oversize: fail,
      end: fail,
    });
    child.send(frameKinds.job, JSON.stringify(files));
  });
}

function parse(payload: Buffer): Compiled | null {
  const answer = JSON.parse(payload.toString("utf8")) as Partial<{
    classes: Record<string, string>;
    errors: string[];
  }>;
  if (answer.errors !== undefined) return { errors: answer.errors };
  return answer.classes === undefined ? null : { classes: answer.classes };
}
