import { matcher } from "./path.js";

const methods = ["get", "post", "put", "patch", "delete", "options", "head"];

/** Handlers in the order in which they were added. */
export class Router {
  #layers = [];

  /** Middleware, or a router, for every method below a path. Four parameters make it error middleware. */
  use(first, ...rest) {
    const pathGiven = typeof first === "string" || first instanceof RegExp || isPaths(first);
    const handlers = (pathGiven ? rest : [first, ...rest]).flat(Infinity);
    this.#add({ method: null, path: pathGiven ? first : "/", whole: false }, handlers);
    return this;
  }

  /** Every method, this path only. */
  all(path, ...handlers) {
    this.#add({ method: null, path, whole: true }, handlers.flat(Infinity));
    return this;
  }

  /** `router.route("/orders").get(list).post(create)` */
  route(path) {
    const chain = {};
    for (const name of [...methods, "all"]) {
      chain[name] = (...handlers) => {
        this[name](path, ...handlers);
        return chain;
      };
    }
    return chain;
  }

  #add({ method, path, whole }, handlers) {
    for (const handler of handlers) {
      if (typeof handler === "function" || handler instanceof Router) continue;
      throw new TypeError(`a handler for ${String(path)} is ${typeof handler}, not a function`);
    }
    this.#layers.push({ method, match: matcher(path, whole), whole, handlers });
  }

  /** Methods that the path has handlers for. */
  allowed(path) {
    const found = this.#layers.filter((one) => one.whole && one.method && one.match(path));
    return [...new Set(found.map((one) => one.method))];
  }

  static {
    for (const name of methods) {
      Router.prototype[name] = function add(path, ...handlers) {
        this.#add({ method: name.toUpperCase(), path, whole: true }, handlers.flat(Infinity));
        return this;
      };
    }
  }

  /** Runs the handlers that fit, one after the other; `done` is the `next` of whoever asked. */
  handle(req, res, done) {
    const outer = { url: req.url, baseUrl: req.baseUrl, params: req.params };
    const restore = () => Object.assign(req, outer);
    const leave = (error) => {
      restore();
      done(error);
    };
    const layer = (from, failure) => {
      restore();
      let error = failure;
      let at = from;
      let found = null;
      for (; error !== "router" && at < this.#layers.length; at++) {
        try {
          found = this.#fits(this.#layers[at], req);
          if (found !== null) break;
        } catch (problem) {
          error ??= problem;
        }
      }
      if (found === null) return leave(error === "router" ? undefined : error);
      enter(this.#layers[at], found, req);
      run({ handlers: this.#layers[at].handlers, req, res }, error, (next) => layer(at + 1, next));
    };
    layer(0);
  }

  #fits({ method, match }, req) {
    const same = method === null || method === req.method;
    return same || (method === "GET" && req.method === "HEAD") ? match(req.path) : null;
  }
}

const isPaths = (value) =>
  Array.isArray(value) && value.every((one) => typeof one === "string" || one instanceof RegExp);

/** Middleware sees the rest of the path below where it was added. */
function enter({ whole }, { params, matched }, req) {
  req.params = { ...req.params, ...params };
  if (whole || matched === "") return;
  req.baseUrl += matched;
  const rest = req.url.slice(matched.length);
  req.url = rest.startsWith("/") ? rest : `/${rest}`;
}

/** The handlers of one layer. A thrown error and a rejected promise are the same as `next(error)`. */
function run({ handlers, req, res }, error, leave) {
  const take = (at, failure) => {
    if (failure === "route" || at >= handlers.length) {
      return leave(failure === "route" ? undefined : failure);
    }
    const handler = handlers[at];
    const next = (problem) => take(at + 1, problem ?? undefined);
    if (failure === "router") return leave(failure);
    const takesErrors = typeof handler === "function" && handler.length === 4;
    if (takesErrors !== (failure !== undefined)) return take(at + 1, failure);
    try {
      const result = invoke(handler, { req, res, next, failure });
      if (typeof result?.then === "function")
        result.then(undefined, (problem) => next(told(problem)));
    } catch (problem) {
      next(told(problem));
    }
  };
  take(0, error);
}

function invoke(handler, { req, res, next, failure }) {
  if (handler instanceof Router) return handler.handle(req, res, next);
  return failure === undefined ? handler(req, res, next) : handler(failure, req, res, next);
}

/** A handler that throws nothing at all has failed all the same. */
const told = (problem) => problem ?? new Error(`rejected with ${String(problem)}`);

/** A web application: a router at the root. */
export class App extends Router {
  constructor(name = "app") {
    super();
    this.name = name;
    this.locals = {};
    this.settings = {};
  }

  /** Only "trust proxy" has an effect: how many proxies stand in front, or true for any number. */
  set(name, value) {
    this.settings[name] = value;
    return this;
  }

  enable(name) {
    return this.set(name, true);
  }

  disable(name) {
    return this.set(name, false);
  }
}
