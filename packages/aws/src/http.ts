/** Header names in lower case. `url` as sent, "/path?query"; the host is in `headers.host`. */
export type HttpRequest = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Uint8Array;
};

export type HttpResponse = { status: number; headers: Record<string, string>; body: Uint8Array };
