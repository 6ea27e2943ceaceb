import type { MessageContent } from '../../../../src/handlers/webhook/MessageContent';
import { eventsOf } from './eventsOf';

/** The content of the one message in a fixture. */
export function contentOf(name: string): MessageContent {
  const [event] = eventsOf(name);
  if (event?.kind !== 'message') throw new Error(`${name} holds no message`);
  return event.content;
}
