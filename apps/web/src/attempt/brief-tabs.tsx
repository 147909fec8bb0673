import { Tabs, useActions } from "@loopwright/ui";
import { Suspense, useState, type ReactNode } from "react";

import type { AttemptView } from "@loopwright/server";
import { Loading } from "../shell/states.tsx";
import { languageWords } from "../words.ts";
import styles from "./brief-pane.module.css";
import { LabGuide } from "./lab-guide.tsx";

/** Languages whose programs import from a lab. */
const withLab = new Set<string>(["python", "javascript", "java"]);

/** The brief, and beside it the lab that the code imports; a drill without code has the brief alone. */
export function BriefTabs({ view, children }: { view: AttemptView; children: ReactNode }) {
  const [chosen, choose] = useState("brief");
  const language = view.drill.meta.languages.find((one) => withLab.has(one));
  const shown = language === undefined ? "brief" : chosen;
  useActions([
    {
      id: "attempt.lab",
      title: shown === "lab" ? "Show the brief" : "Show what the lab offers",
      keys: "l",
      group: "This attempt",
      enabled: language !== undefined && !view.paused,
      run: () => choose(shown === "lab" ? "brief" : "lab"),
    },
  ]);
  if (language === undefined) return children;
  const tabs = [
    { id: "brief", title: "Brief" },
    { id: "lab", title: `Lab: ${languageWords(language)}` },
  ];
  return (
    <div className={styles.tabs} data-shows={shown}>
      <Tabs label="Beside the work" tabs={tabs} chosen={shown} onChoose={choose}>
        <div className={styles.tabbed}>
          {shown === "brief" ? (
            children
          ) : (
            <Suspense fallback={<Loading />}>
              <LabGuide language={language} />
            </Suspense>
          )}
        </div>
      </Tabs>
    </div>
  );
}
