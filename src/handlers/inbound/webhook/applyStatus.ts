import { describeError } from '../../core/errors/describeError';
import type { Host } from '../../core/Host';
import { file, findByWamid, findEntry, lineOf, noteOn, removeEntry, storeEntry } from '../../core/records/entries';
import type { EarlyEntry, LinkEntry } from '../../core/records/Entry';
import { makeOnce } from '../../core/records/leases';
import { furthest } from '../../core/records/notes';
import { translatorOf } from '../../core/translator';
import { readStatusError } from '../../dialog360/readFailure';
import { linkSent } from '../../outbound/delivery/linkSent';
import { tryLater } from '../../outbound/delivery/waitWhole';
import { reportFailure } from '../../outbound/failures/reportFailure';
import { forgetBadFiles } from '../../outbound/pieces/bringFile';
import { advanceDelivery, messageLock } from '../../outbound/statuses/advanceDelivery';
import { moveDeliveryLine } from '../../outbound/statuses/deliveryLine';
import { REPORTED, reportStatus } from '../../outbound/statuses/statusReports';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';

type StatusEvent = Extract<WebhookEvent, { kind: 'status' }>;

/**
 * Moves the delivery of a message forward: one round trip to find it, and one more when something changed. If the send
 * has no answer yet, or never got one, the status finds the message by its callback data; a status without callback
 * data is kept until the message is known. A failure is reported to the agents once.
 */
export async function applyStatus(host: Host, event: StatusEvent): Promise<void> {
  await host.memory.locks.run(messageLock(event.wamid), async () => {
    const entries = await findByWamid(host, event.wamid);
    const link = entries.find((entry) => entry.kind === 'link') ?? (await linkByCallback(host, event));
    if (link) {
      await advanceLink(host, link, event);
    } else {
      await keepForLater(
        host,
        entries.filter((entry) => entry.kind === 'early'),
        event,
      );
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
    await failOnce(host, link, event);
    return;
  }
  await note(host, link, { delivery: state, reached: reachedNow(state, event) });
  const status = REPORTED[state];
  if (status !== undefined) {
    await reportStatus(host, link, { status, at: event.timestamp });
  }
}

/** When two instances get the same failure, one of them reports it or sends the message again. */
async function failOnce(host: Host, link: LinkEntry, event: StatusEvent): Promise<void> {
  await makeOnce(host, `failure ${event.wamid}`, {
    find: async () => {
      const known = (await findByWamid(host, event.wamid)).find((entry) => entry.kind === 'link');
      return known && !advanceDelivery(known.delivery, 'failed').failedNow ? true : undefined;
    },
    make: async () => {
      await fail(host, link, event);
      return true;
    },
  });
}

/** The state is noted last, so that after a crash the repeated status does the work again. */
async function fail(host: Host, link: LinkEntry, event: StatusEvent): Promise<void> {
  const error = readStatusError(event.errors);
  await forgetBadFiles(host, link.media ?? [], error);
  if (!(await tryLater(host, link, error))) {
    await reportFailure(host, link, error);
  }
  const reason = describeError(error, await translatorOf(host));
  await note(host, link, { delivery: 'failed', reached: reachedNow('failed', event), reason });
}

async function note(
  host: Host,
  link: LinkEntry,
  changes: Pick<LinkEntry, 'delivery' | 'reached' | 'reason'>,
): Promise<void> {
  const { roomId, messageId, postedAt, reacted } = link;
  const isShown = roomId && messageId && postedAt !== undefined && reacted === undefined;
  await noteOn(host, isShown ? { ...link, line: lineOf(roomId, Date.now()) } : link, changes, link.after);
  await moveDeliveryLine(host, { ...link, ...changes, reached: { ...link.reached, ...changes.reached } });
}

/** When a state was reached. */
function reachedNow(state: string, { timestamp }: StatusEvent): Record<string, number> {
  return { [state]: timestamp ?? Date.now() };
}

/** A record of another instance from the same moment stays beside it. */
async function keepForLater(host: Host, early: readonly EarlyEntry[], event: StatusEvent): Promise<void> {
  const before = furthest(early.map((each) => each.delivery));
  const { state, failedNow } = advanceDelivery(before, event.status);
  if (state === before) {
    return;
  }
  const told = { delivery: state, reached: reachedNow(state, event), ...(failedNow ? { errors: event.errors } : {}) };
  const kept: EarlyEntry = { ...file(Date.now(), event.wamid), kind: 'early', ...told };
  await storeEntry(host, kept);
  await unlessKnownMeanwhile(host, kept, event);
}

/**
 * Another instance may have recorded the message between the read and the note, and then nobody would read the note.
 */
async function unlessKnownMeanwhile(host: Host, kept: EarlyEntry, event: StatusEvent): Promise<void> {
  const link = (await findByWamid(host, event.wamid)).find((entry) => entry.kind === 'link');
  if (link) {
    await removeEntry(host, kept);
    await advanceLink(host, link, event);
  }
}
