import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../../core/Host';
import { findByMinute, findByWamid } from '../../core/records/entries';
import type { Entry, LinkEntry } from '../../core/records/Entry';
import { minute } from '../../core/records/association';
import { MINUTE } from '../../core/durations';

/**
 * Minutes between what a message tells of its time and the minute of its record: a webhook is filed when it comes, which
 * is shortly after the customer wrote and before the message was stored; one that is tried again is filed later.
 */
const AROUND = { written: [0, 1, -1, 2], stored: [0, -1, -2, 1] };

/**
 * The WhatsApp message that a customer's message in a room is. No record can be found by the message's own id, which is
 * not known yet when its record is written and filed for good: the process remembers those that it posted itself, the
 * others are looked for in the minutes about them.
 */
export async function findCustomerLink(host: Host, message: IMessage): Promise<LinkEntry | undefined> {
  const { id = '', createdAt, updatedAt } = message;
  const wamid = host.memory.posted.get(id);
  const known = wamid ? linkOf(await findByWamid(host, wamid), id, wamid) : undefined;
  if (known) {
    return known;
  }
  for (const when of minutesOf(createdAt, updatedAt)) {
    const link = linkOf(await findByMinute(host, when), id);
    if (link) {
      return link;
    }
  }
  return undefined;
}

/** @param wamid tells where a long message stands in the room in several, of which the link names the first */
function linkOf(entries: readonly Entry[], id: string, wamid?: string): LinkEntry | undefined {
  return entries
    .filter((entry) => entry.kind === 'link')
    .find(
      ({ direction, messageId, captionId, wamid: own }) =>
        direction === 'in' && (messageId === id || captionId === id || (wamid !== undefined && own === wamid)),
    );
}

/** The likeliest first, each once. */
function minutesOf(written: Date | undefined, stored: Date | undefined): string[] {
  const around = (date: Date | undefined, minutes: readonly number[]) =>
    date === undefined ? [] : minutes.map((later) => minute(new Date(date).getTime() + later * MINUTE));
  return [...new Set([...around(written, AROUND.written), ...around(stored, AROUND.stored)])];
}
