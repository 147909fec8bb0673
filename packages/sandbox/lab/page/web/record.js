/** What was seen of a page, bounded. The lists stay in here: a page can't reach them. */

const entriesMax = 100;
const charsMax = 2000;
/** Characters of one page, so that a hundred pages fit a report. */
const allMax = 20_000;

const stringify = JSON.stringify;
const cut = (text, max = charsMax) => (text.length > max ? `${text.slice(0, max)}…` : text);

function asText(value) {
  try {
    return cut(String(value));
  } catch {
    return "?";
  }
}

/** As JSON would have it; what JSON can't hold, as text. */
function asData(value) {
  try {
    const text = stringify(value);
    return text === undefined ? null : text.length > charsMax ? cut(text) : JSON.parse(text);
  } catch {
    return asText(value);
  }
}

export function makeRecord() {
  const lists = { alerts: [], requests: [], console: [], messages: [], faults: [], blocked: [] };
  let left = allMax;
  const add = (name, entry) => {
    left -= stringify(entry).length;
    if (lists[name].length < entriesMax && left >= 0) lists[name].push(entry);
  };
  return {
    alert: (value) => add("alerts", asText(value)),
    request: (method, url, body = null) =>
      add("requests", {
        method: asText(method),
        url: asText(url),
        body: body === null ? null : asText(body),
      }),
    console: (values) =>
      add(
        "console",
        cut(
          values
            .map((one) =>
              typeof one === "object" && one !== null && !(one instanceof Error)
                ? asText(stringify(asData(one)))
                : asText(one),
            )
            .join(" "),
        ),
      ),
    message: (data, to) => add("messages", { data: asData(data), to: asText(to) }),
    fault: (text) => add("faults", asText(text)),
    block: ({ directive, what }) =>
      add("blocked", { directive: asText(directive), what: asText(what) }),
    lists: () => lists,
  };
}
