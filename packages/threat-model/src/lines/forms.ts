/** How each line is written, for those who are lost. */
export const forms = {
  zone: "zone cloud 80 in outer: Name",
  element: "process api in cloud: Name <technology> [controls] {data} #tag",
  flow: "app -> api: name [protocol, authentication] {data}",
  data: "data photo confidential: Name (personal, content)",
  assume: "assume a1 confirmed: Text about app",
  mitigate: "mitigate m1 done: Text",
  threat: "threat t1 TI 4x5 on app, photos by m1: Title",
  decide: "decide rule:part accepted: Reason",
};
