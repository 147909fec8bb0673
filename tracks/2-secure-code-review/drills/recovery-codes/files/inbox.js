/** For developers' machines only: the service, with a page that shows what it mailed to somebody. */

import { mail } from "lab/mail";
import { App } from "lab/web";

import { app as recovery } from "./recovery.js";

const sent = [];
const send = mail.send;
mail.send = (message) => {
  sent.push({ to: String(message.to), body: String(message.body) });
  return send(message);
};

export const app = new App("inbox");
app.settings = recovery.settings;
app.get("/inbox/:to", (req, res) => {
  res.json(sent.filter(({ to }) => to === req.params.to).map(({ body }) => body));
});
app.use(recovery);
