import { Router } from "express";
import { accounts } from "./accounts.js";
import { problemsIn } from "./profile-format.js";
import { signedIn } from "./sessions.js";

export const profile = Router();
const SHOWN = ["id", "name", "phone", "creditLimit"];

const view = (account) =>
  Object.fromEntries(SHOWN.map((field) => [field, account[field]]));

profile.get("/me", signedIn, async (req, res) => {
  res.json(view(await accounts.byId(req.accountId)));
});

profile.patch("/me", signedIn, async (req, res) => {
  const problems = problemsIn(req.body);
  if (problems.length > 0) return res.status(422).json({ problems });
  const before = await accounts.byId(req.accountId);
  const after = { ...before, ...req.body, id: before.id };
  await accounts.save(after);
  res.json(view(after));
});
