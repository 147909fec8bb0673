/** Hands a file to the browser; nothing leaves the machine. */
export function download(
  { text, fileName }: { text: string; fileName: string },
  type = "text/plain",
): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // Long enough for the browser to have taken hold of it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
