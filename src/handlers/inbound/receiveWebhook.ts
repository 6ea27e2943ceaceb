import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import type { Host } from '../Host';
import { file, storeEntry } from '../records/entries';
import type { InboxEntry } from '../records/Entry';
import type { ConnectedNumber } from '../records/numbers';
import { readWebhook } from '../webhook/readWebhook';
import type { WebhookEvent } from '../webhook/WebhookEvent';
import { applyStatus } from './applyStatus';
import { routeEvent } from './routeEvent';
import { hasWebhookSecret } from './webhookSecret';
import { workOff } from './workOff';

/** A wrong secret may be the right one of a number that another instance connected just now; do not ask more often. */
const FRESH_ENOUGH = 5_000;

/**
 * Takes a webhook of 360dialog. What customers sent is stored by one write, then answered, then worked off, so that
 * after the 200 nothing is lost; statuses are idempotent and applied before the answer. When the store fails the answer
 * is 500 and 360dialog repeats.
 */
export async function receiveWebhook(host: Host, request: IApiRequest): Promise<IApiResponse> {
  const numbers = await findNumbers(host, request);
  if (!numbers) {
    return { status: 401 };
  }
  const { events } = readWebhook(request.content);
  const news = events.filter((event) => isNews(host, event, numbers));
  if (news.some(({ kind }) => kind !== 'status')) {
    const inbox = await storeInbox(host, request.content, news);
    host.memory.entriesAtWork.add(inbox.entry);
    // Not awaited: the answer is due within 5 seconds (360dialog: receiving best practice), the work may take longer.
    void workOff(host, inbox, news, numbers).finally(() => host.memory.entriesAtWork.delete(inbox.entry));
  } else {
    for (const event of news) {
      await applyStatusOf(host, event);
    }
  }
  return { status: 200 };
}

async function findNumbers(host: Host, { headers }: IApiRequest): Promise<ConnectedNumber[] | undefined> {
  const remembered = await host.memory.numbers.get(host);
  if (hasWebhookSecret(headers, remembered)) {
    return remembered;
  }
  const fresh = await host.memory.numbers.get(host, FRESH_ENOUGH);
  return hasWebhookSecret(headers, fresh) ? fresh : undefined;
}

/** Of a connected number, and not put into a room by this process before. */
function isNews(host: Host, event: WebhookEvent, numbers: readonly ConnectedNumber[]): boolean {
  const seen = 'wamid' in event && event.kind !== 'status' && host.memory.seen.has(event.wamid);
  return !seen && routeEvent(event, numbers) !== undefined;
}

async function storeInbox(host: Host, body: unknown, events: readonly WebhookEvent[]): Promise<InboxEntry> {
  const now = Date.now();
  const [only] = events.length === 1 ? events : [];
  const wamid = only && 'wamid' in only && only.kind !== 'status' ? only.wamid : undefined;
  const inbox: InboxEntry = { ...file(now, wamid), kind: 'inbox', receivedAt: now, body, attempts: 0 };
  await storeEntry(host, inbox);
  return inbox;
}

async function applyStatusOf(host: Host, event: WebhookEvent): Promise<void> {
  if (event.kind === 'status') {
    await applyStatus(host, event);
  }
}
