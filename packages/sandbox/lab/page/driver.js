import { setEventRealm } from "./dom/events.js";
import { visibleText } from "./dom/visible-text.js";
import { inner } from "./dom/node.js";
import { compileHandler, forbidEval } from "./script/runner.js";
import { perform } from "./web/acts.js";
import { Policies } from "./web/csp.js";
import { howShown } from "./web/content-type.js";
import { makeNetwork } from "./web/network.js";
import { makeRecord } from "./web/record.js";
import { leaveOnlyTheLanguage } from "./web/globals.js";
import { makeCookies } from "./web/storage.js";
import { makeTasks } from "./web/tasks.js";
import { URL } from "./web/url.js";
import { View } from "./web/view.js";
import { installWindow } from "./web/window.js";

/** Shows the pages of a job, one after the other, and reports what was seen. It judges nothing. */

const { parse, stringify } = JSON;
const textMax = 4000;

/** Of a page that took the interpreter's own parts away from under this code. */
const nothing = {
  title: "",
  text: "",
  cookies: "",
  alerts: [],
  requests: [],
  console: [],
  messages: [],
  faults: ["the page broke what JavaScript itself is made of, and nothing more is known of it"],
  blocked: [],
};

/** What the runner calls, in an interpreter that has seen no other page: see SEAM.md. */
export async function showPage(inputJson) {
  const { page, files } = parse(inputJson);
  try {
    return stringify(await show(page, files));
  } catch {
    return stringify({ ...nothing, status: page.status, location: page.url });
  }
}

async function show(input, files) {
  const record = makeRecord();
  const headers = (input.headers ?? []).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const all = (wanted) => headers.filter(([name]) => name === wanted).map(([, value]) => value);
  const url = new URL(input.url);
  const page = {
    record,
    tasks: makeTasks(),
    net: makeNetwork({ origin: url.origin, serves: input.serves ?? {}, files, record }),
    cookies: makeCookies([...(input.cookies ?? []), ...all("set-cookie")]),
    location: url.href,
  };
  const policies = new Policies(url.href, record.block);
  for (const text of all("content-security-policy")) policies.add(text);
  const view = new View({ page, url: url.href, policies });
  try {
    const shown = howShown(input, all);
    if (shown.location) record.request("GET", view.resolve(shown.location)?.href ?? shown.location);
    await open(view, { shown, acts: input.acts ?? [] });
  } catch (error) {
    record.fault(`the page could not be shown: ${String(error)}`);
  }
  return observation(input, view);
}

async function open(view, { shown, acts }) {
  setEventRealm({
    compile: (target, type, found) => compileHandler(viewOf(found, view), type, found),
    report: (error) => view.report(error),
  });
  leaveOnlyTheLanguage();
  installWindow(view);
  forbidEval(view);
  await view.show(shown.html);
  for (const act of acts) await perform(view, act);
}

/** The view whose document an element with a handler is in. */
const viewOf = ({ element }, view) => inner(inner(element).doc).view ?? view;

function observation({ status }, view) {
  const { document, page, record } = view;
  const text = document.documentElement ? visibleText(document.documentElement) : "";
  return {
    status,
    title: document.title,
    text: text.slice(0, textMax),
    location: page.location,
    cookies: page.cookies.read(),
    ...record.lists(),
  };
}
