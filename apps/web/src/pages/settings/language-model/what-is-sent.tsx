import styles from "./language-model.module.css";

const shape = `{
  "question": "the drill's question",
  "points": [
    {
      "id": "a point not found yet",
      "point": "what it says",
      "inOtherWords": ["…"]
    }
  ],
  "answer": "what was written or said"
}`;

/** The exact shape of what goes out, before it does. */
export const WhatIsSent = () => (
  <details className={styles.sent}>
    <summary>What is sent</summary>
    <p>
      When an answer is graded, the model gets fixed instructions, the name of the model, and this:
    </p>
    <pre>{shape}</pre>
    <p>
      Nothing else: never a name, the history, other answers or files. A key goes into the header of
      the request, and nowhere else. The test of the connection sends the word “green”.
    </p>
    <p>
      What comes back is checked here. A quotation counts only where it stands in the answer, and
      the numbers are computed on this machine. What the model replied is kept with the attempt.
    </p>
  </details>
);
