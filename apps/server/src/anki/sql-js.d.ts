/** What is used of sql.js, which has no types of its own. */
declare module "sql.js" {
  export type SqlValue = number | string | Uint8Array | null;
  export type Statement = { run: (values: SqlValue[]) => void; free: () => boolean };
  export type Database = {
    run: (sql: string, values?: SqlValue[]) => Database;
    exec: (sql: string) => { columns: string[]; values: SqlValue[][] }[];
    prepare: (sql: string) => Statement;
    export: () => Uint8Array;
    close: () => void;
  };
  export type SqlJs = { Database: new (data?: Uint8Array) => Database };
  const start: () => Promise<SqlJs>;
  export default start;
}
