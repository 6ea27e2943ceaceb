import * as v from 'valibot';
import { itemReaders } from './itemReaders';
import { readAccount } from './readAccount';
import { readChanges } from './readChanges';
import { readHistory } from './readCoexistence';
import type { Change, Reader, Rejection, Scope } from './readScope';
import { plainWord, readScope } from './readScope';
import { tolerant } from './tolerant';
import type { RejectedItem, WebhookEvent, WebhookReading } from './WebhookEvent';

/**
 * Reads the body of a webhook: Meta's envelope, old flat bodies, coexistence history, wrapped bodies, all as 360dialog
 * and others deliver them. Every entry, change, message and status is parsed separately; an unreadable one leaves a row
 * in `rejected`, without contents and phone numbers. Never throws, whatever the body is. Source:
 * https://docs.360dialog.com/partner/messaging/receiving-messages-and-notifications
 *
 * @param receivedAt epoch milliseconds; later times, from a clock that runs ahead, are reduced to it
 */
export function readWebhook(body: unknown, receivedAt = Date.now()): WebhookReading {
  const readings = readChanges(body).map((change): WebhookReading =>
    'reason' in change ? { events: [], rejected: [change] } : readChange(change),
  );
  return {
    events: readings.flatMap(({ events }) => events.map((event) => noLater(event, receivedAt))),
    rejected: readings.flatMap(({ rejected }) => rejected),
  };
}

function noLater(event: WebhookEvent, receivedAt: number): WebhookEvent {
  return event.timestamp !== null && event.timestamp > receivedAt ? { ...event, timestamp: receivedAt } : event;
}

/**
 * Reads one change: the items of its lists in order; its errors, if no message has them; otherwise the change of the
 * account.
 */
export function readChange(change: Change): WebhookReading {
  const { value, field, at } = change;
  const scope = readScope(change);
  const reading: WebhookReading = { events: [], rejected: [] };
  const lists = Object.keys(value).filter((name) => Object.hasOwn(itemReaders, name));
  for (const name of lists) {
    const items = v.parse(tolerant.list, value[name]);
    const read = field === 'history' && name === 'messages' ? readOldMessage : itemReaders[name];
    for (const [index, item] of read ? items.entries() : []) {
      for (const result of readSafely(read, item, { ...scope, count: items.length })) {
        if ('kind' in result) reading.events.push(result);
        else
          reading.rejected.push({
            ...toRejected(result, `${at}.${name}.${index}`.replace(/^\./, ''), scope),
            list: name,
          });
      }
    }
  }
  const isOfCalls = lists.some((name) => name !== 'messages' && name !== 'statuses');
  if (scope.errors.length > 0 && !isOfCalls && !reading.events.some((event) => isToldBy(event, scope))) {
    reading.events.push({ kind: 'account-error', number: scope.number, timestamp: null, errors: scope.errors });
  } else if (lists.length > 0) {
    return reading;
  } else if (field === 'messages') {
    reading.rejected.push(toRejected({ reason: 'unknown-body' }, at, scope));
  } else {
    reading.events.push(isAboutGroups(field) ? groupEvent(scope) : readAccount(value, scope));
  }
  return reading;
}

/** Whether the errors of the change belong to a message that cannot be shown. */
function isToldBy(event: WebhookEvent, { errors }: Scope): boolean {
  return 'content' in event && event.content.type === 'unsupported' && event.content.errors === errors;
}

/** One unexpected item must not affect the others. */
function readSafely(read: Reader | undefined, item: unknown, scope: Scope): (WebhookEvent | Rejection)[] {
  try {
    return read?.(item, scope) ?? [];
  } catch {
    return [{ reason: 'unreadable' }];
  }
}

/** Some senders wrap the history without its threads. Its `messages` are old too. */
const readOldMessage: Reader = (item, scope) => readHistory({ threads: [{ messages: [item] }] }, scope);

function toRejected({ reason, type }: Rejection, at: string, { field, number }: Scope): RejectedItem {
  return { reason, at, field: plainWord(field), type, phoneNumberId: number.phoneNumberId };
}

function isAboutGroups(field: string): boolean {
  return field.startsWith('group_');
}

function groupEvent({ number }: Scope): WebhookEvent {
  return { kind: 'group', what: 'change', number, timestamp: null };
}
