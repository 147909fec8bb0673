import "@loopwright/ui/base.css";
import { Announcer, useActionKeys } from "@loopwright/ui";
import { useState } from "react";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";

import { emptyModel, type Model } from "../../model/model.ts";
import { useEdits } from "../edits/use-edits.ts";
import { useLayout } from "../editor/use-layout.ts";
import { Canvas } from "./canvas.tsx";
import { photoSharing } from "./fixture.ts";

let now: Model;
let chosen: string | null;

function Page({ begin, readOnly = false }: { begin: Model; readOnly?: boolean }) {
  const [model, setModel] = useState(begin);
  const [selected, setSelected] = useState<string | null>(null);
  const { apply } = useEdits(model, setModel);
  useActionKeys();
  now = model;
  chosen = selected;
  return (
    <div style={{ display: "flex", width: 1100, height: 640 }}>
      <Canvas
        {...{ model, apply, selected, readOnly }}
        onSelect={setSelected}
        layout={useLayout(model)}
      />
      <Announcer />
    </div>
  );
}

test("look", async () => {
  await page.viewport(1120, 660);
  await render(<Page begin={photoSharing()} />);
  await new Promise((r) => setTimeout(r, 800));
  await page.screenshot({ path: "/tmp/shot-canvas.png" });
});
