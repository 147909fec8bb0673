import type { Model } from "../../model/model.ts";
import { sectionsOf, type Block, type Cell } from "../../report/sections.ts";
import { diagramSvg } from "../../report/svg/diagram.ts";
import type { Analysis } from "../../rules/finding.ts";
import styles from "./report.module.css";

type ReportViewProps = { model: Model; analysis: Analysis };

/** The report on the page, made of the same sections as the files; printing prints it alone. */
export const ReportView = ({ model, analysis }: ReportViewProps) => (
  <article className={styles.report} aria-label="Report">
    <h2 className={styles.name}>{model.title || "Threat model"}</h2>
    {sectionsOf(model, analysis).map(({ title, blocks }) => (
      <section key={title}>
        <h3 className={styles.heading}>{title}</h3>
        {blocks.map((block, index) => (
          // Sections are made anew as a whole: a block has no other name than its place.
          // oxlint-disable-next-line react/no-array-index-key
          <BlockView key={index} block={block} model={model} />
        ))}
      </section>
    ))}
  </article>
);

function BlockView({ block, model }: { block: Block; model: Model }) {
  switch (block.kind) {
    case "text":
      return <p className={styles.text}>{block.text}</p>;
    case "heading":
      return <h4 className={styles.part}>{block.text}</h4>;
    case "facts":
      return (
        <dl className={styles.facts}>
          {block.rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case "list":
      return (
        <ul className={styles.list}>
          {block.items.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      );
    case "table":
      return <TableView head={block.head} rows={block.rows} />;
    case "diagram":
      return (
        <img
          className={styles.picture}
          alt={`Data flow diagram of ${model.title}`}
          // As a picture it can run nothing and reach nothing.
          src={`data:image/svg+xml,${encodeURIComponent(diagramSvg(model))}`}
        />
      );
  }
}

const TableView = ({ head, rows }: { head: string[]; rows: Cell[][] }) => (
  <div className={styles.scroll}>
    <table className={styles.table}>
      <thead>
        <tr>
          {head.map((one) => (
            <th key={one} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          // Rows of a report have no id, and are never moved.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={line}>
            {row.map((cell, column) => (
              <td key={head[column]} {...(typeof cell !== "string" && { "data-state": cell.tone })}>
                {typeof cell === "string" ? cell : cell.text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
