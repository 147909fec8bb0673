import type { Model, Statement } from "../../model/model.ts";

type StatementViewProps = { statement: Statement; model: Model };

export const StatementView = ({ statement }: StatementViewProps) => <p>{statement.action}</p>;
