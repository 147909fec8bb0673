import { addHandlerProperties, EventTarget, fire } from "../dom/events.js";
import { Headers, send } from "./network.js";

/** XMLHttpRequest, waited for or not. */

class Request extends EventTarget {
  #view;
  readyState = 0;
  status = 0;
  responseText = "";
  responseType = "";
  responseURL = "";
  statusText = "";
  upload = new EventTarget();
  #request = null;
  #headers = new Headers();
  constructor(view) {
    super();
    this.#view = view;
  }
  get response() {
    if (this.responseType !== "json") return this.responseText;
    try {
      return JSON.parse(this.responseText);
    } catch {
      return null;
    }
  }
  open(method, address, later = true) {
    this.#request = { method: String(method).toUpperCase(), address, later };
    this.#move(1);
  }
  setRequestHeader() {}
  overrideMimeType() {}
  abort() {
    this.#request = null;
  }
  getResponseHeader(name) {
    return this.#headers.get(name);
  }
  getAllResponseHeaders() {
    return [...this.#headers].map((pair) => pair.join(": ")).join("\r\n");
  }
  send(body = null) {
    const { method, address, later } = this.#request;
    const { url, answer } = send(this.#view, method, { address, body });
    if (!later && answer === null) throw new Error("NetworkError: the request failed");
    const finish = () => this.#finish(url, answer);
    if (later) this.#view.tasks.later(finish);
    else finish();
  }
  #move(state) {
    this.readyState = state;
    fire(this, "readystatechange");
  }
  #finish(url, answer) {
    if (this.#request === null) return;
    Object.assign(this, {
      status: answer?.status ?? 0,
      responseText: answer?.text ?? "",
      responseURL: url.href,
    });
    if (answer) this.#headers = new Headers({ "content-type": answer.type });
    this.#move(4);
    fire(this, answer ? "load" : "error");
    fire(this, "loadend");
  }
}
addHandlerProperties(Request.prototype);

/** The constructor that a view's scripts see. */
export const makeXmlHttpRequest = (view) =>
  class XMLHttpRequest extends Request {
    constructor() {
      super(view);
    }
  };
