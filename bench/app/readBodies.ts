/** The bench writes all of these itself, so nothing is checked. */

/** The one text in a webhook. */
interface WebhookText {
  from: string;
  id: string;
  /** Epoch seconds. */
  timestamp: string;
  text: { body: string };
}

/** The one text in a webhook. */
export function readText(body: unknown): WebhookText {
  const { entry } = body as { entry: [{ changes: [{ value: { messages: [WebhookText] } }] }] };
  return entry[0].changes[0].value.messages[0];
}

/** The customer and the business number of the conversation to open. */
export function readConversation(body: unknown): { customer: string; number?: string } {
  return body as { customer: string; number?: string };
}

/** Where agents' texts go. */
export interface Sending {
  /** The address of the simulated `POST /messages`. */
  url: string;
  /** API keys by the digits of the number. */
  keys: Record<string, string>;
}

export function readSending(body: unknown): Sending {
  return body as Sending;
}

/** The customer of a room: digits. */
export function readRoom(customFields: unknown): { number: string; customer: string } {
  return (customFields as { whatsapp: { number: string; customer: string } }).whatsapp;
}

/** @throws Error when the message was not taken */
export function readWamid(answer: unknown): string {
  const { messages } = answer as { messages?: [{ id: string }] };
  if (!messages) throw new Error('The text was not taken');
  return messages[0].id;
}
