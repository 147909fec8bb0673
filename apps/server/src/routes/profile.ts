import { Hono } from "hono";

import { AppError } from "@loopwright/core";
import { profile, roles, rounds, type Day, type Profile } from "@loopwright/core/learner";

import type { Context } from "../context.ts";
import { body } from "../http/body.ts";
import { localDay } from "../learner/local-day.ts";
import { beginPlacement, declinePlacement, placementOf } from "../learner/placement.ts";
import { profileOf, saveProfile } from "../learner/profile.ts";
import { learnerState } from "../learner/state.ts";
import type { PlacementView, ProfileView } from "../views/learner-shapes.ts";

/** What the learner says of themself, and the first look at what is there. */
export const profileRoutes = (context: Context) =>
  new Hono()
    .get("/profile", async (c) => c.json<ProfileView>(await view(context)))
    .put("/profile", body(profile), async (c) => {
      const given = c.req.valid("json");
      check(given, localDay(context.now()));
      await saveProfile(context, given);
      return c.json<ProfileView>(await view(context));
    })
    .post("/placement", async (c) => {
      const state = await learnerState(context);
      await beginPlacement(context, state);
      return c.json<PlacementView>(await placementOf(context, state), 201);
    })
    .delete("/placement", async (c) => {
      await declinePlacement(context);
      return c.json({});
    });

async function view(context: Context): Promise<ProfileView> {
  const today = localDay(context.now());
  return { ...(await profileOf(context, today)), today, roles: [...roles], rounds: [...rounds] };
}

/** What a schema cannot see. */
function check({ interviewOn, role }: Profile, today: Day): void {
  if (interviewOn !== null && interviewOn < today) {
    throw new AppError("invalid-input", {
      message: `The interview on ${interviewOn} lies in the past.`,
      next: "Choose a day from today on, or say that there is no date yet.",
      where: "interviewOn",
    });
  }
  if (!roles.some(({ id }) => id === role)) {
    throw new AppError("invalid-input", {
      message: `There is no role “${role}”.`,
      next: "Choose one of those that are listed.",
      where: "role",
    });
  }
}
