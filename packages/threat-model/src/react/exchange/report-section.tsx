import { announce, Button } from "@loopwright/ui";
import { useId, useState } from "react";

import { reportHtml } from "../../report/html.ts";
import { reportMarkdown } from "../../report/markdown.ts";
import { diagramSvg } from "../../report/svg/diagram.ts";
import type { Model } from "../../model/model.ts";
import type { Analysis } from "../../rules/finding.ts";
import { fileNameOf } from "../../formats/common/file-name.ts";
import { download } from "./download.ts";
import styles from "./exchange.module.css";
import { ReportView } from "./report-view.tsx";

type ReportSectionProps = { model: Model; analysis: Analysis };

const kinds = [
  { title: "HTML", ending: "report.html", type: "text/html", write: reportHtml },
  { title: "Markdown", ending: "report.md", type: "text/markdown", write: reportMarkdown },
  {
    title: "Diagram as SVG",
    ending: "svg",
    type: "image/svg+xml",
    write: (model: Model) => diagramSvg(model),
  },
] as const;

/** The report to read here, to print, or to take along. */
export function ReportSection({ model, analysis }: ReportSectionProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        Report
      </h2>
      <div className={styles.buttons}>
        <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? "Close the report" : "Read the report"}
        </Button>
        {kinds.map(({ title, ending, type, write }) => (
          <Button
            key={title}
            onClick={() => {
              const fileName = fileNameOf(model.title, ending);
              download({ text: write(model, analysis), fileName }, type);
              announce(`${fileName} is downloaded.`);
            }}
          >
            {title}
          </Button>
        ))}
        {shown && <Button onClick={() => window.print()}>Print</Button>}
      </div>
      {shown && <ReportView model={model} analysis={analysis} />}
    </section>
  );
}
