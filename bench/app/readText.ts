/** The one text in a webhook. */
export interface WebhookText {
  from: string;
  id: string;
  /** Epoch seconds. */
  timestamp: string;
  text: { body: string };
}

/** The one text in a webhook; the bench writes them itself, so nothing is checked. */
export function readText(body: unknown): WebhookText {
  const { entry } = body as { entry: [{ changes: [{ value: { messages: [WebhookText] } }] }] };
  return entry[0].changes[0].value.messages[0];
}
