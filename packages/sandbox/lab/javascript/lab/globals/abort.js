class AbortError extends Error {
  name = "AbortError";
}

/** Says that something is no longer wanted. Nothing here takes time, so a timeout never comes. */
export class AbortSignal {
  aborted = false;
  reason = undefined;
  #listeners = [];

  static abort(reason) {
    const controller = new AbortController();
    controller.abort(reason);
    return controller.signal;
  }

  static timeout() {
    return new AbortSignal();
  }

  addEventListener(type, listener) {
    if (type === "abort") this.#listeners.push(listener);
  }

  removeEventListener(type, listener) {
    this.#listeners = this.#listeners.filter((one) => one !== listener);
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }

  /** Called by the controller. */
  become(reason = new AbortError("This operation was aborted")) {
    if (this.aborted) return;
    Object.assign(this, { aborted: true, reason });
    for (const listener of this.#listeners) listener.call(this, { type: "abort", target: this });
  }
}

export class AbortController {
  signal = new AbortSignal();

  abort(reason) {
    this.signal.become(reason);
  }
}
