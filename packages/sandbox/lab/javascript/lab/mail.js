import { call } from "./parts/host.js";

/** Sends a mail: { to, subject, body }. Nothing leaves the machine; tests read what was sent. */
async function send({ to, subject = "", body = "" }) {
  if (!to) throw new TypeError("a mail needs a recipient");
  const text = Array.isArray(to) ? to.join(", ") : String(to);
  call("mail", { to: text, subject: String(subject), body: String(body) });
}

export const mail = { send };
export default mail;
