import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import type { Host } from '../../core/Host';
import { file, storeEntry } from '../../core/records/entries';
import type { InboxEntry } from '../../core/records/Entry';
import type { ConnectedNumber } from '../../numbers/numbers';
import { changeNumber } from '../../numbers/numbers';
import { warnAdmins } from '../../numbers/warnAdmins';
import { answerProbe, findBySecret } from '../../numbers/webhookSecret';
import { formatPhone } from '../../whatsapp/phoneNumbers';
import { readWebhook } from '../../whatsapp/webhook/readWebhook';
import type { RejectedItem, WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';
import { applyStatus } from './applyStatus';
import { eventHandlers } from './eventHandlers';
import { readActivity } from './noteActivity';
import { LEASE } from './InboxWork';
import { processWebhook } from './processWebhook';
import { recoverOnce } from './recover';
import { routeEvent } from './handleEvent';

/**
 * Milliseconds between two reads of the numbers because of an unknown secret, which may belong to a number that another
 * instance has just connected.
 */
const FRESH_ENOUGH = 5_000;

/** The numbers that may send: all connected ones, and the one whose secret came with the request. */
interface Sender {
  numbers: ConnectedNumber[];
  sender: ConnectedNumber;
}

/**
 * Receives a webhook of 360dialog. Customers' messages are stored by one write, then the webhook is answered, then they
 * are processed, so that nothing is lost after the 200. Statuses are idempotent and applied before the answer. If the
 * store fails, the answer is 500 and 360dialog repeats the webhook.
 */
export function receiveWebhook(host: Host, request: IApiRequest): Promise<IApiResponse> {
  return host.memory.limiter.runUrgent(() => take(host, request));
}

async function take(host: Host, request: IApiRequest): Promise<IApiResponse> {
  const known = await findSender(host, request);
  if (!known) {
    return (await answerProbe(host, request)) ?? { status: 401 };
  }
  const { numbers, sender } = known;
  const { events, rejected } = readWebhook(request.content);
  await noteRejected(host, known, rejected);
  const isOurs = (event: WebhookEvent) => routeEvent(event, numbers, sender.digits) !== undefined;
  const ours = events.filter(isOurs);
  if (ours.length < events.length) {
    const foreign = events.filter((event) => !isOurs(event));
    // Items of other numbers must not block the items of this one.
    await noteForeign(host, sender, foreign).catch((error: unknown) => {
      host.logger.error('The admins could not be told of events of another number:', String(error));
    });
  }
  const news = ours.filter((event) => eventHandlers[event.kind] !== undefined && !isSeen(host, event));
  await learnNumber(host, news, numbers, sender.digits);
  if (news.some(({ kind }) => kind !== 'status')) {
    const inbox = await storeInbox(host, request.content, news, known);
    host.memory.inboxWork.begin(host, inbox, inbox.receivedAt + LEASE);
    // Not awaited: the answer is due within 5 seconds (360dialog: receiving best practice), the work may take longer.
    void recoverOnce(host)
      .then(() => processWebhook(host, inbox, { events: news, numbers }))
      .finally(() => host.memory.inboxWork.end(inbox));
  } else {
    await applyAll(host, news);
  }
  return { status: 200 };
}

/**
 * @throws the error of a status, after all statuses were tried. 360dialog repeats the webhook, and applied statuses are
 * not applied again
 */
async function applyAll(host: Host, events: readonly WebhookEvent[]): Promise<void> {
  const failures: unknown[] = [];
  for (const event of events) {
    if (event.kind === 'status') {
      await applyStatus(host, event).catch((error: unknown) => failures.push(error));
    }
  }
  if (failures.length > 0) {
    throw failures[0];
  }
}

async function findSender(host: Host, { headers }: IApiRequest): Promise<Sender | undefined> {
  for (const age of [undefined, FRESH_ENOUGH]) {
    const numbers = await host.memory.numbers.get(host, age);
    const sender = findBySecret(headers, numbers);
    if (sender) {
      return { numbers, sender };
    }
  }
  return undefined;
}

/** This process put it into a room before, so a repeated webhook costs nothing. */
function isSeen(host: Host, event: WebhookEvent): boolean {
  return 'wamid' in event && event.kind !== 'status' && host.memory.seen.has(event.wamid);
}

async function storeInbox(
  host: Host,
  body: unknown,
  events: readonly WebhookEvent[],
  { numbers, sender }: Sender,
): Promise<InboxEntry> {
  const now = Date.now();
  const [only] = events.length === 1 ? events : [];
  const wamid = only && 'wamid' in only && only.kind !== 'status' ? only.wamid : undefined;
  const number = only && wamid !== undefined ? routeEvent(only, numbers, sender.digits) : undefined;
  const heard = only && number && readActivity(only, number, now);
  const by = host.memory.inboxWork.process.id;
  const facts = { receivedAt: now, sender: sender.digits, body, attempts: 0, by };
  const inbox: InboxEntry = { ...file(now, wamid), kind: 'inbox', heard, ...facts };
  await storeEntry(host, inbox);
  return inbox;
}

/**
 * Drops events of numbers that are not connected here, and counts them for the doctor. If no event ever came from the
 * number that was connected with this secret, its key belongs to another number, and the admins are told.
 */
export async function noteForeign(host: Host, sender: ConnectedNumber, events: readonly WebhookEvent[]): Promise<void> {
  const foreign = host.memory.foreignEvents;
  foreign.set(sender.digits, (foreign.get(sender.digits) ?? 0) + events.length);
  const other = events.find((event) => event.number.displayNumber !== undefined)?.number.displayNumber;
  if (other && !sender.phoneNumberId) {
    const params = { number: formatPhone(sender.digits), other: formatPhone(other) };
    await warnAdmins(host, `number differs ${sender.digits} ${other}`, 'warnings:numberDiffers', params);
  }
}

/** The most logged items: a broken body may hold thousands. */
const MOST = 5;

/** The lists whose items may be something that a customer said. */
const FROM_CUSTOMERS: readonly string[] = ['messages', 'calls'];

/** Whether somebody may miss it. A body that is no webhook at all, such as one that tests the address, is missed by nobody. */
const isMissed = ({ list, at }: RejectedItem) => (list === undefined ? at !== '' : FROM_CUSTOMERS.includes(list));

/**
 * Logs which parts of a webhook could not be parsed, without names or contents. If a customer's message may be among
 * them, the admins are told once a day for each number, because it is in no conversation. Never throws: the readable
 * parts of the webhook must come in.
 */
export async function noteRejected(
  host: Host,
  { numbers, sender }: Sender,
  rejected: readonly RejectedItem[],
): Promise<void> {
  const isStatus = ({ reason }: RejectedItem) => reason === 'unknown-status';
  // Statuses of payments are among them. No message is sent for which this app would need them.
  const statuses = rejected.filter(isStatus);
  if (statuses.length > 0) {
    host.logger.info(`Statuses of a webhook are not known (${statuses.length}):`, ...showFirst(statuses));
  }
  const unread = rejected.filter((item) => !isStatus(item));
  if (unread.length > 0) {
    host.logger.warn(`Parts of a webhook could not be read (${unread.length}):`, ...showFirst(unread));
  }
  const owners = unread.filter(isMissed).map(({ phoneNumberId }) => ownerOf(phoneNumberId));
  const day = new Date().toISOString().slice(0, 10);
  for (const digits of new Set(owners.filter((each) => each !== undefined))) {
    const params = { number: formatPhone(digits) };
    await warnAdmins(host, `unread ${digits} ${day}`, 'warnings:unread', params).catch((error: unknown) => {
      host.logger.error('The admins could not be told of a message that cannot be read:', String(error));
    });
  }

  function ownerOf(phoneNumberId: string | undefined): string | undefined {
    if (phoneNumberId === undefined) {
      return sender.digits;
    }
    const owner = numbers.find((number) => number.phoneNumberId === phoneNumberId);
    return (owner ?? (sender.phoneNumberId === undefined ? sender : undefined))?.digits;
  }
}

function showFirst(items: readonly RejectedItem[]): string[] {
  return items.slice(0, MOST).map((item) => JSON.stringify(item));
}

/** Stores Meta's id of a number from its first webhook, if 360dialog did not tell it at the connection. */
export async function learnNumber(
  host: Host,
  events: readonly WebhookEvent[],
  numbers: readonly ConnectedNumber[],
  sender: string,
): Promise<void> {
  for (const event of events) {
    const number = routeEvent(event, numbers, sender);
    const { phoneNumberId } = event.number;
    if (number && !number.phoneNumberId && phoneNumberId) {
      number.phoneNumberId = phoneNumberId;
      await changeNumber(host, number.digits, { phoneNumberId });
    }
  }
}
