import { Link } from "@tanstack/react-router";

import type { SettingsView } from "@loopwright/server";
import styles from "./settings-page.module.css";

const databases = {
  embedded: "embedded, in that folder",
  postgresql: "PostgreSQL, at DATABASE_URL",
};

/** Everything stays on this machine; this says where. */
export const WhereDataLives = ({ view }: { view: SettingsView }) => (
  <dl className={styles.facts}>
    <div>
      <dt>Folder</dt>
      <dd className={styles.path}>{view.dataFolder}</dd>
    </div>
    <div>
      <dt>Database</dt>
      <dd>{databases[view.database]}</dd>
    </div>
    <div>
      <dt>Version</dt>
      <dd>{view.version}</dd>
    </div>
    <div>
      <dt>Data</dt>
      <dd>
        <Link to="/data">Export, import, backups, room on disk, delete</Link>
      </dd>
    </div>
  </dl>
);
