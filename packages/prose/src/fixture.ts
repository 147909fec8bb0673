import { rubric, type Rubric } from "./rubric/schema.ts";

/** A small rubric for the tests of this package. */
export const question =
  "How do you stop SQL injection in a shop that builds its statements by hand?";

export const sample: Rubric = rubric.parse({
  points: [
    {
      id: "parameters",
      title: "Parameterised queries send values apart from the statement",
      weight: 3,
      essential: true,
      ways: [
        ["parameteri* | prepared statement | bind* | placeholder*", "quer* | statement* | sql"],
        ["value* | input*", "separat* | apart", "statement* | command*"],
      ],
      plain: [
        "Hand the command and what the person typed to the database in two different envelopes.",
        "Whatever a visitor writes into the form never becomes a piece of the order to the database.",
      ],
      why: "A value that is bound can never become syntax.",
    },
    {
      id: "least-privilege",
      title: "The account of the application may do little",
      ways: [["least privilege | read-only | minimal", "account | user | role | permission*"]],
      plain: [
        "The login that the shop uses should only be able to look at the tables it needs.",
        "Give the program a key that opens few drawers.",
      ],
      why: "A flaw that is left reaches less.",
    },
    {
      id: "no-concatenation",
      title: "Statements are never put together from strings",
      ways: [
        [
          "never concatenat* | not concatenat* | ban* | lint* | no string*",
          "sql | quer* | string*",
        ],
      ],
      plain: [
        "Do not glue text from customers into commands.",
        "A tool stops everybody who tries to stick pieces of text together into a command.",
      ],
      why: "The class comes back with the next string.",
    },
  ],
  misconceptions: [
    {
      id: "escaping",
      says: "Escaping quotes is enough to stop SQL injection.",
      patterns: [["escap*", "enough | suffic* | solve* | stops"]],
      veto: ["number*"],
      contradicts: "parameters",
      instead:
        "Escaping depends on the context and fails for numbers and identifiers; bind values instead.",
    },
  ],
});
