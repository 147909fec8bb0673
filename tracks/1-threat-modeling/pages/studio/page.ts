import { definePage } from "@loopwright/core";

export const page = definePage({
  id: "studio",
  title: "Threat models",
  wide: true,
  keeps: ["threat-model"],
});
