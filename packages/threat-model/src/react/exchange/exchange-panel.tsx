import type { Analysis } from "../../rules/finding.ts";
import type { EditorProps } from "../editor/props.ts";
import styles from "./exchange.module.css";
import { ExportList } from "./export-list.tsx";
import { ImportFile } from "./import-file.tsx";
import { ReportSection } from "./report-section.tsx";

type ExchangePanelProps = Pick<EditorProps, "model" | "apply" | "layout" | "readOnly"> & {
  analysis: Analysis;
};

/** Files in, files out, and the report. */
export const ExchangePanel = (props: ExchangePanelProps) => (
  <div className={styles.panel}>
    {!props.readOnly && <ImportFile apply={props.apply} />}
    <ExportList model={props.model} />
    <ReportSection {...props} />
  </div>
);
