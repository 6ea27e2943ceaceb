import { renderMessage } from '../../../../src/handlers/messages/renderMessage';
import type { RenderedMessage } from '../../../../src/handlers/messages/RenderedMessage';
import { eventsOf } from '../../webhook/support/eventsOf';
import { english } from './english';

/** The one message of a fixture as agents read it in English. */
export function renderFixture(name: string): RenderedMessage {
  const [event] = eventsOf(name);
  if (event?.kind !== 'message') throw new Error(`${name} holds no message`);
  return renderMessage(event, english);
}
