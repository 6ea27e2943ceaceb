import { readStatusError } from '../dialog360/readStatusError';
import { describeError } from '../errors/describeError';
import type { Host } from '../Host';
import { advanceDelivery } from '../outbound/advanceDelivery';
import { moveDeliveryLine } from '../outbound/deliveryLine';
import { linkSent } from '../outbound/linkSent';
import { messageTurn } from '../outbound/messageTurn';
import { reportFailure } from '../outbound/reportFailure';
import { REPORTED, reportStatus } from '../outbound/statusReports';
import { file, findByWamid, findEntry, removeEntry, replaceEntry, storeEntry } from '../records/entries';
import type { EarlyEntry, LinkEntry } from '../records/Entry';
import { translatorOf } from '../translation/translatorOf';
import type { WebhookEvent } from '../webhook/WebhookEvent';

type StatusEvent = Extract<WebhookEvent, { kind: 'status' }>;

/**
 * Moves the delivery of a message forward: one round trip to find it, one more when something changed. A status of a
 * message whose send was not answered yet, or never, finds it by the callback data that went along; one without is kept
 * until the message is known. A failure is told to the agents once.
 */
export async function applyStatus(host: Host, event: StatusEvent): Promise<void> {
  await host.memory.turns.take(messageTurn(event.wamid), async () => {
    const entries = await findByWamid(host, event.wamid);
    const link = entries.find((entry) => entry.kind === 'link') ?? (await linkByCallback(host, event));
    if (link) {
      await advanceLink(host, link, event);
    } else {
      const early = entries.find((entry) => entry.kind === 'early');
      await keepForLater(host, early, event);
    }
  });
}

async function linkByCallback(host: Host, { wamid, callbackData }: StatusEvent): Promise<LinkEntry | undefined> {
  const outbox = callbackData ? await findEntry(host, callbackData) : undefined;
  return outbox?.kind === 'outbox' ? linkSent(host, outbox, wamid) : undefined;
}

async function advanceLink(host: Host, link: LinkEntry, event: StatusEvent): Promise<void> {
  const { state, failedNow } = advanceDelivery(link.delivery, event.status);
  if (link.direction === 'out' && event.status === 'deleted') {
    await reportStatus(host, link, { status: 'deleted', at: event.timestamp });
  }
  if (link.direction !== 'out' || state === link.delivery) {
    return;
  }
  if (failedNow) {
    // Told first: after a crash in between the repeated status tells again, and nothing would otherwise.
    await reportFailure(host, link, readStatusError(event.errors));
  }
  const reason = failedNow ? describeError(readStatusError(event.errors), await translatorOf(host)) : link.reason;
  const advanced = { ...link, delivery: state, reached: reachedBy(link, state, event), reason };
  await replaceEntry(host, advanced);
  await moveDeliveryLine(host, advanced);
  const status = REPORTED[state];
  if (status !== undefined) {
    await reportStatus(host, link, { status, at: event.timestamp });
  }
}

/** When each state was reached, with the new one. A status that came late tells of none. */
function reachedBy(
  known: Pick<LinkEntry, 'reached'> | undefined,
  state: string,
  { timestamp }: StatusEvent,
): Record<string, number> {
  return { ...known?.reached, [state]: timestamp ?? Date.now() };
}

async function keepForLater(host: Host, early: EarlyEntry | undefined, event: StatusEvent): Promise<void> {
  const { state, failedNow } = advanceDelivery(early?.delivery, event.status);
  const reached = reachedBy(early, state, event);
  const told = { delivery: state, reached, ...(failedNow ? { errors: event.errors } : {}) };
  if (!early) {
    const kept: EarlyEntry = { ...file(Date.now(), event.wamid), kind: 'early', ...told };
    await storeEntry(host, kept);
    await unlessKnownMeanwhile(host, kept, event);
  } else if (early.delivery !== state) {
    await replaceEntry(host, { ...early, ...told });
  }
}

/** Another instance may have remembered the message between the look and the note: nobody would look at the note again. */
async function unlessKnownMeanwhile(host: Host, kept: EarlyEntry, event: StatusEvent): Promise<void> {
  const link = (await findByWamid(host, event.wamid)).find((entry) => entry.kind === 'link');
  if (link) {
    await removeEntry(host, kept);
    await advanceLink(host, link, event);
  }
}
