import * as v from 'valibot';
import { readAccount } from './account/readAccount';
import type { Change } from './Change';
import { itemReaders } from './items/itemReaders';
import { plainWord } from './items/plainWord';
import { readHistory } from './items/readHistory';
import type { Reader, Rejection } from './Reader';
import { readScope } from './readScope';
import type { Scope } from './Scope';
import { tolerant } from './tolerant';
import type { WebhookEvent } from './WebhookEvent';
import type { RejectedItem, WebhookReading } from './WebhookReading';

/**
 * Reads one change: its lists item by item, in order; its errors, where no message tells of them; else what it
 * tells of the account.
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
        else reading.rejected.push(toRejected(result, `${at}.${name}.${index}`.replace(/^\./, ''), scope));
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

/** Whether a message that cannot be shown has the errors of the change for its own. */
function isToldBy(event: WebhookEvent, { errors }: Scope): boolean {
  return 'content' in event && event.content.type === 'unsupported' && event.content.errors === errors;
}

/** One item that nobody foresaw must not take the others with it. */
function readSafely(read: Reader | undefined, item: unknown, scope: Scope): (WebhookEvent | Rejection)[] {
  try {
    return read?.(item, scope) ?? [];
  } catch {
    return [{ reason: 'unreadable' }];
  }
}

/** Some wrap the history without its threads: what stands under `messages` there is old all the same. */
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
