import type { Profile } from "@loopwright/core/learner";
import { buttonClass, ErrorNotice } from "@loopwright/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import type { ProfileView } from "@loopwright/server";
import { queries } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import { Section } from "../../lists/section.tsx";
import { Page } from "../../shell/page.tsx";
import { languageWords } from "../../words.ts";
import { Choices } from "../settings/choices.tsx";
import { InterviewDate } from "./interview-date.tsx";
import { NumberField } from "./number-field.tsx";
import { ProcessEditor } from "./process-editor.tsx";
import styles from "./profile-page.module.css";
import { Ticks } from "./ticks.tsx";
import { useSaveProfile } from "./use-save-profile.ts";

/** What the plan is bent to. Each change is saved as it is made. */
export function ProfilePage() {
  const { data } = useSuspenseQuery(queries.profile());
  const save = useSaveProfile();
  const change = (part: Partial<Profile>) => save.mutate({ ...data.profile, ...part });
  return (
    <Page
      title="Preparation"
      lead="The plan bends to these answers, and is made anew whenever one of them changes."
    >
      {save.error && <ErrorNotice error={shownError(save.error)} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Interview view={data} change={change} />
          <Time profile={data.profile} change={change} />
        </div>
        <div className={styles.column}>
          <Position view={data} change={change} />
          <Cards profile={data.profile} change={change} />
        </div>
        <div className={styles.whole}>
          <ProcessEditor steps={data.profile.process} onChange={(process) => change({ process })} />
        </div>
      </div>
      <p className={styles.done}>
        <Link to="/" className={buttonClass("primary")}>
          See today
        </Link>
      </p>
    </Page>
  );
}

type Change = { change: (part: Partial<Profile>) => void };

const Interview = ({ view, change }: Change & { view: ProfileView }) => (
  <div>
    <Choices
      legend="What comes next"
      value={view.profile.round}
      options={view.rounds.map(({ id, title, minutes }) => ({
        value: id,
        title,
        note:
          minutes < 120 ? `About ${minutes} minutes.` : `About ${Math.round(minutes / 60)} hours.`,
      }))}
      onChange={(round) => change({ round })}
    />
    <InterviewDate
      value={view.profile.interviewOn}
      today={view.today}
      onChange={(interviewOn) => change({ interviewOn })}
    />
  </div>
);

const Time = ({ profile, change }: Change & { profile: Profile }) => (
  <Section title="Time">
    <NumberField
      label="On a usual day"
      unit="minutes"
      value={profile.minutesPerDay}
      min={5}
      max={480}
      onCommit={(minutesPerDay) => change({ minutesPerDay })}
    />
    <Ticks
      legend="Days without work"
      options={weekdays}
      chosen={profile.restDays}
      fixed={(day) => profile.restDays.length === 6 && !profile.restDays.includes(day)}
      onChange={(restDays) => change({ restDays })}
    />
  </Section>
);

const Position = ({ view, change }: Change & { view: ProfileView }) => (
  <div>
    <Choices
      legend="Position"
      value={view.profile.role}
      options={view.roles.map(({ id, title, about }) => ({ value: id, title, note: about }))}
      onChange={(role) => change({ role })}
    />
    <Ticks
      legend="Languages to review and repair"
      options={languages}
      chosen={view.profile.languages}
      fixed={(one) => view.profile.languages.length === 1 && view.profile.languages[0] === one}
      onChange={(chosen) => change({ languages: chosen })}
      note="Code in the others comes last."
    />
  </div>
);

const Cards = ({ profile, change }: Change & { profile: Profile }) => (
  <Section title="Cards">
    <NumberField
      label="New ones on a day"
      unit="at most"
      value={profile.newCardsPerDay}
      min={0}
      max={100}
      onCommit={(newCardsPerDay) => change({ newCardsPerDay })}
    />
    <NumberField
      label="Reviews on a day"
      unit="at most"
      value={profile.reviewsPerDay}
      min={0}
      max={1000}
      onCommit={(reviewsPerDay) => change({ reviewsPerDay })}
    />
  </Section>
);

const weekdays = [
  { value: 1, title: "Mon" },
  { value: 2, title: "Tue" },
  { value: 3, title: "Wed" },
  { value: 4, title: "Thu" },
  { value: 5, title: "Fri" },
  { value: 6, title: "Sat" },
  { value: 0, title: "Sun" },
];

const languages = (["python", "javascript", "java"] as const).map((value) => ({
  value,
  title: languageWords(value),
}));
