export type Answer = {
  status: number;
  json: { error?: { code: string; next: string } } & Record<string, unknown>;
};

/** Asks the API as a program on this machine would. */
export async function ask(url: string, body?: unknown, method = "POST"): Promise<Answer> {
  const response = await fetch(url, {
    method: body === undefined ? "GET" : method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: (await response.json()) as Answer["json"] };
}
