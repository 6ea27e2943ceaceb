import { MINUTE } from '../../core/durations';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { findByAbout, readMinute, removeEntry, replaceEntry } from '../../core/records/entries';
import type { Entry, OutboxEntry } from '../../core/records/Entry';
import { readEntry } from '../../core/records/Entry';
import { changeInstall, readInstall } from '../../core/records/install';
import { minute } from '../../core/records/association';
import { readStatusError } from '../../dialog360/readFailure';
import type { FailedDownload } from '../../inbound/media/failedDownloads';
import { readFailedDownload } from '../../inbound/media/failedDownloads';
import { fetchByItself } from '../../inbound/media/fetchAgain';
import { takeUp } from '../../inbound/webhook/recover';
import { findKeptMessage } from '../../omnichannel/conversations/keptMessages';
import { isClosed, noteOpenRoom } from '../../omnichannel/findOpenRoom';
import { reportFailure } from '../../outbound/failures/reportFailure';
import { resumeReport } from '../../outbound/statuses/statusReports';

/** Longer than any work on a webhook or a send takes. A record that is older than this was left by a crash. */
const REST = 3 * MINUTE;

/** The most minutes of one run after a long pause; the next run continues. */
const MOST_MINUTES = 1_440;

/** How long the sweep returns to a minute in which work failed, for instance because the store was unreachable. */
const PATIENCE = 60 * MINUTE;

/**
 * Finds work that a crash or a failure left, minute by minute since the last run. It processes stored webhooks that
 * were not finished, and tells the agents about sends that were started and not finished. It also notes new rooms.
 */
export async function sweep(host: Host): Promise<void> {
  const { sweptUntil } = await readInstall(host);
  const end = Date.now() - REST;
  let at = sweptUntil ?? end - MINUTE;
  let failedAt: number | undefined;
  for (let walked = 0; at <= end && walked < MOST_MINUTES; walked += 1) {
    for (const record of await readMinute(host, minute(at))) {
      if (!(await pickUp(host, record)) && at > end - PATIENCE) {
        failedAt ??= at;
      }
    }
    at += MINUTE;
  }
  await changeInstall(host, { sweptUntil: failedAt ?? at });
}

/**
 * Never throws, so that one bad record does not stop the others.
 * @returns whether it is done and need not be checked again
 */
async function pickUp(host: Host, record: object): Promise<boolean> {
  const download = readFailedDownload(record);
  if (download?.waitsUntil !== undefined) {
    return fetchWaiting(host, download);
  }
  const entry = readEntry(record);
  if (!entry) {
    return true;
  }
  if (host.memory.entriesAtWork.has(entry.entry)) {
    return true;
  }
  try {
    if (entry.kind === 'inbox') {
      return await takeUp(host, entry);
    } else if (entry.kind === 'outbox' && entry.queue !== undefined) {
      host.memory.queueWorkers.goOn(host, entry.queue);
    } else if (entry.kind === 'outbox' && !entry.told) {
      await endSend(host, entry);
    } else if (entry.kind === 'link' && entry.opened && entry.roomId) {
      await noteRoom(host, entry.roomId);
    } else if (entry.kind === 'report') {
      await resumeReport(host, entry);
    }
  } catch (error) {
    host.logger.error(`Interrupted work could not be repaired (${entry.kind}):`, String(error));
    return false;
  }
  return true;
}

/**
 * Never throws, so that one bad record does not stop the others.
 * @returns whether it is done and need not be checked again
 */
async function fetchWaiting(host: Host, download: FailedDownload): Promise<boolean> {
  try {
    return await fetchByItself(host, download);
  } catch (error) {
    host.logger.error('A file that waits could not be fetched:', String(error));
    return false;
  }
}

/**
 * Done here because the message path has a budget of round trips. Until now the room was found by the message's link.
 */
async function noteRoom(host: Host, roomId: string): Promise<void> {
  const room = await host.read.getRoomReader().getById(roomId);
  if (room && !isClosed(room)) {
    await noteOpenRoom(host, roomId);
  }
}

/**
 * Nothing is uncertain if WhatsApp's answer was stored before the crash. A message that still waits for its customer is
 * handled by the list of kept messages.
 */
async function endSend(host: Host, outbox: OutboxEntry): Promise<void> {
  const entries = outbox.about === undefined ? [] : await findByAbout(host, outbox.about);
  const isKept = outbox.piece === undefined && outbox.messageId && (await findKeptMessage(host, outbox.messageId));
  if (wasToldSince(entries, outbox) || isKept) {
    await removeEntry(host, outbox);
    return;
  }
  const link = entries.find((entry) => entry.kind === 'link' && entry.outbox === outbox.entry);
  if (link?.kind !== 'link') {
    await tellUncertain(host, outbox);
    return;
  }
  if (link.delivery === 'failed') {
    await reportFailure(host, link, readStatusError(undefined));
  }
  await removeEntry(host, outbox);
}

/**
 * Whether the agents were told about a part of the message since it was last taken up: that card sends everything that
 * is missing.
 */
function wasToldSince(entries: readonly Entry[], taken: OutboxEntry): boolean {
  const since = entries.slice(entries.findIndex(({ entry }) => entry === taken.entry) + 1).at(-1);
  return taken.piece === undefined && (since?.kind === 'refusal' || (since?.kind === 'outbox' && since.told === true));
}

/**
 * It is unknown whether WhatsApp took the message, so the app does not send it again by itself. The record stays,
 * because a status may still report the result.
 */
async function tellUncertain(host: Host, outbox: OutboxEntry): Promise<void> {
  const error = new AppError({
    kind: 'unreachable',
    retry: 'no',
    key: 'errors:interrupted',
    maybeSent: true,
  });
  const cardId = await reportFailure(host, outbox, error);
  await replaceEntry(host, { ...outbox, told: true, cardId });
}
