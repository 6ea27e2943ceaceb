import { bytesOf } from './bytesOf';
import type { HttpAnswer } from './Dialog360Http';

/** The body of an answer: what its JSON says, else its text. A body cut off in the middle is a text. */
export type Answer = { json: unknown; text?: undefined } | { json?: undefined; text: string };

/**
 * Reads a body, whatever the host made of it: Rocket.Chat parses `data` only for JSON content types and leaves the text
 * in `content`; asked for bytes (`encoding: null`), `content` is a Buffer also where the answer is an error in JSON.
 */
export function readAnswer(response: HttpAnswer): Answer {
  const data: unknown = response.data;
  if (data !== undefined && data !== null) {
    return typeof data === 'string' ? { text: data } : { json: data };
  }
  const content: unknown = response.content;
  const text = typeof content === 'string' ? content : bytesOf(content).toString('utf8');
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? { json } : { text };
  } catch {
    return { text };
  }
}
