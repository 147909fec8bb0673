import { rows, type FlagRow } from "./flag-row.ts";

const count = "how many";
const which = "name them";
const how = "say how";
const measure = "by how much";
const when = "give the date or the time taken";
const simpler = "say what it does";

/** Words that stand where a fact is expected, each with the fact that is missing. The list is ours. */
export const vagueRows: readonly FlagRow[] = [
  ...rows(count, "a lot", { notAfter: "right", figureNear: true }),
  ...rows(count, "lots of | tons of | loads of | plenty of | a bunch of | a ton of"),
  ...rows(count, "numerous | countless"),
  ...rows(count, "a number of", { notBefore: "its their his her my our" }),
  ...rows(
    which,
    "various | stuff | miscellaneous | certain things | other things | and so on | etc",
  ),
  ...rows(which, "things like that | stuff like that | and all that | and more"),
  ...rows(which, "some kind of | some sort of | some type of | some form of"),
  ...rows(which, "best practice | best practices | industry standard | industry standards"),
  ...rows(which, "security measures | security controls | appropriate measures | necessary steps"),
  ...rows(which, "relevant stakeholders | all stakeholders | key stakeholders | the right people"),
  ...rows(which, "all the things | whatever is needed | a solution | proper tooling"),
  ...rows(how, "properly | appropriately | adequately | accordingly | sufficiently", {}),
  ...rows(how, "appropriate | adequate | suitable"),
  ...rows(how, "as needed | as necessary | as appropriate | where appropriate | if necessary"),
  ...rows(how, "where necessary | as required | when needed | somehow | in some manner"),
  ...rows(how, "took care of | dealt with it | handled it | sorted it out | made sure everything"),
  ...rows(how, "raise awareness | raised awareness | work closely with | worked closely with"),
  ...rows(measure, "significant | significantly | substantial | substantially | considerable", {
    figureNear: true,
  }),
  ...rows(measure, "considerably | drastically | dramatically | massively | hugely", {
    figureNear: true,
  }),
  ...rows(measure, "much better | much faster | much safer | much more secure | way better", {
    figureNear: true,
  }),
  ...rows(measure, "huge impact | big impact | great results", {
    figureNear: true,
  }),
  ...rows(
    when,
    "in a timely manner | at some point | sooner or later | for a while | some time ago",
  ),
  ...rows(when, "soon", { notAfter: "as", notBefore: "as" }),
  ...rows(when, "on a regular basis | regularly | periodically | from time to time | recently", {
    figureNear: true,
  }),
  ...rows(
    simpler,
    "robust | seamless | seamlessly | holistic | holistically | synergy | synergies",
  ),
  ...rows(simpler, "cutting-edge | state-of-the-art | world-class | best-in-class | bulletproof"),
  ...rows(
    simpler,
    "enterprise-grade | military-grade | bank-grade | next-generation | game changer",
  ),
  ...rows(
    simpler,
    "to leverage | we leverage | leveraged | leveraging | utilise | utilised | utilize | utilized",
  ),
  ...rows(simpler, "comprehensive | end-to-end solution | value-add | mission-critical"),
];
