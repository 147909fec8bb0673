import { announce, ErrorNotice } from "@loopwright/ui";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";

import { api } from "../../api/client.ts";
import { queries, queryClient } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import type { Settings } from "@loopwright/server";
import { Capabilities } from "../../lists/capabilities.tsx";
import { Section } from "../../lists/section.tsx";
import { applyScheme } from "../../scheme.ts";
import { Page } from "../../shell/page.tsx";
import { conditionsNotes, conditionsWords } from "../../words.ts";
import { Choices } from "./choices.tsx";
import { LanguageModel } from "./language-model/language-model.tsx";
import styles from "./settings-page.module.css";
import { WhereDataLives } from "./where-data-lives.tsx";

export function SettingsPage() {
  const { data } = useSuspenseQuery(queries.settings());
  const save = useSaveSettings();
  const { settings } = data;
  const change = (part: Partial<Settings>) => save.mutate({ ...settings, ...part });
  return (
    <Page title="Settings">
      {save.error && <ErrorNotice error={shownError(save.error)} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Choices
            legend="Colours"
            value={settings.scheme}
            options={schemes}
            onChange={(scheme) => change({ scheme })}
          />
          <Choices
            legend="Start uses"
            value={settings.conditions}
            options={conditions}
            onChange={(one) => change({ conditions: one })}
          />
          <Choices
            legend="Clock"
            value={settings.showTimer ? "shown" : "hidden"}
            options={clocks}
            onChange={(one) => change({ showTimer: one === "shown" })}
          />
        </div>
        <div className={styles.column}>
          <Section title="Where everything is kept">
            <WhereDataLives view={data} />
          </Section>
          <Section title="What runs here">
            <Capabilities capabilities={data.capabilities} />
          </Section>
        </div>
        <div className={styles.whole}>
          <LanguageModel view={data.languageModel} />
        </div>
      </div>
    </Page>
  );
}

/** Shows the change at once, and takes it back where the server refuses it. */
function useSaveSettings() {
  const { queryKey } = queries.settings();
  return useMutation({
    mutationFn: api.saveSettings,
    onMutate: (settings) => {
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (view) => view && { ...view, settings });
      applyScheme(settings.scheme);
      return before;
    },
    onError: (_error, _settings, before) => {
      if (!before) return;
      queryClient.setQueryData(queryKey, before);
      applyScheme(before.settings.scheme);
    },
    onSuccess: (view) => {
      queryClient.setQueryData(queryKey, view);
      announce("Saved.");
    },
  });
}

const schemes = [
  { value: "system", title: "As the system" },
  { value: "light", title: "Light" },
  { value: "dark", title: "Dark" },
] as const;

const conditions = (["interview", "practice"] as const).map((value) => ({
  value,
  title: conditionsWords[value],
  note: conditionsNotes[value],
}));

const clocks = [
  { value: "shown", title: "Shown" },
  { value: "hidden", title: "Hidden", note: "Time is measured all the same." },
] as const;
