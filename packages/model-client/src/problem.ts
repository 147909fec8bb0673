/** Why a model gave nothing, in plain words and without the key. */
export type ModelProblem = {
  code:
    | "bad-settings"
    | "no-such-host"
    | "refused"
    | "closed"
    | "tls"
    | "timeout"
    | "redirect"
    | "key-refused"
    | "no-such-model"
    | "no-such-address"
    | "busy"
    | "request-refused"
    | "server-error"
    | "too-large"
    | "not-json"
    | "other-protocol"
    | "unfit-reply"
    | "unreachable";
  message: string;
  next: string;
};

type Words = { host: string; model: string; seconds?: number };

/** Problems of the way there, by what they are; none holds what was sent or came back. */
export const problems = {
  noSuchHost: ({ host }: Words) =>
    problem("no-such-host", `There is no host ${host}.`, "Check the base URL and the network."),
  refused: ({ host }: Words) =>
    problem(
      "refused",
      `Nothing listens at ${host}.`,
      "Start the model's server, or correct the port.",
    ),
  closed: ({ host }: Words) =>
    problem(
      "closed",
      `${host} closed the connection before it had answered.`,
      "Try again; look at the log of the model's server.",
    ),
  tls: ({ host }: Words) =>
    problem(
      "tls",
      `No secure connection to ${host} could be made.`,
      "Check whether the base URL begins with http or https, and the certificate.",
    ),
  timeout: ({ host, seconds }: Words) =>
    problem(
      "timeout",
      `${host} did not answer within ${seconds} s.`,
      "Try again once the model is loaded, or choose a smaller one.",
    ),
  redirect: ({ host }: Words) =>
    problem(
      "redirect",
      `${host} sends elsewhere, and redirects are not followed.`,
      "Enter the address that it redirects to, if it is the right one.",
    ),
  unreachable: ({ host }: Words) =>
    problem("unreachable", `${host} could not be reached.`, "Check the base URL and the network."),
  tooLarge: ({ host }: Words) =>
    problem(
      "too-large",
      `${host} answered with more than 1 MB.`,
      "Check that the base URL is that of a model, or choose another one.",
    ),
  notJson: ({ host }: Words) =>
    problem(
      "not-json",
      `The answer of ${host} is no JSON.`,
      "Check the base URL: most end with /v1.",
    ),
  otherProtocol: ({ host }: Words) =>
    problem(
      "other-protocol",
      `${host} answered in another shape than the OpenAI-compatible one.`,
      "Check the base URL: most end with /v1.",
    ),
  unfitReply: ({ model }: Words, what: string) =>
    problem(
      "unfit-reply",
      `${model} gave no fitting reply, not even when told what was wrong: ${what}.`,
      "Choose a larger model, or one that follows a JSON schema.",
    ),
  badKey: () =>
    problem(
      "bad-settings",
      "The key holds a space or a character that no key has.",
      "Remove the key, and enter it again.",
    ),
  badUrl: (what: string) => problem("bad-settings", what, "Correct the base URL."),
};

/** What a status outside of 200 to 299 means. `said`: the server's own words, cleaned; may be empty. */
export function statusProblem(status: number, said: string, { host, model }: Words): ModelProblem {
  const quoted = said === "" ? "" : ` It says: “${said}”.`;
  if (status === 401 || status === 403) {
    return problem(
      "key-refused",
      `${host} refused the key (${status}).`,
      "Enter the key again, or one that may use this model.",
    );
  }
  if (status === 404 && said.toLowerCase().includes("model")) {
    return problem(
      "no-such-model",
      `${host} has no model ${model} (404).${quoted}`,
      "Choose one of its models, or install this one there.",
    );
  }
  if (status === 404) {
    return problem(
      "no-such-address",
      `${host} has nothing at this address (404).${quoted}`,
      "Check the base URL: most end with /v1.",
    );
  }
  if (status === 402 || status === 429) {
    return problem(
      "busy",
      `${host} takes no more requests now (${status}).${quoted}`,
      "Wait a while, or look at the limits of the account.",
    );
  }
  if (status >= 500) {
    return problem(
      "server-error",
      `${host} failed (${status}).${quoted}`,
      "Look at the log of the model's server, and try again.",
    );
  }
  return problem(
    "request-refused",
    `${host} refused the request (${status}).${quoted}`,
    "Choose another model.",
  );
}

const problem = (code: ModelProblem["code"], message: string, next: string): ModelProblem => ({
  code,
  message,
  next,
});
