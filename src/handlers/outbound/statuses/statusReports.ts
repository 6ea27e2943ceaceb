import { createHash } from 'crypto';
import { AppError } from '../../core/errors/AppError';
import { describeError } from '../../core/errors/describeError';
import type { Host } from '../../core/Host';
import { MINUTE, pause } from '../../core/durations';
import { findByKey } from '../../omnichannel/conversations/conversations';
import { file, removeEntry, storeEntry } from '../../core/records/entries';
import type { ReportEntry } from '../../core/records/Entry';
import { translatorOf } from '../../core/translator';
import { forgetWarning, warnAdmins } from '../../numbers/warnAdmins';
import type { FailureReport } from '../failures/reportElsewhere';
import { postStatus, PrivateAddressError } from './postStatus';

/** How long a report is retried, in milliseconds. */
const LONGEST = 24 * 60 * MINUTE;

/** Milliseconds between the first attempts, before a report waits for the sweep. */
const PAUSES = [2_000, 10_000];

/** Milliseconds for which no other report is sent to an endpoint that has just failed. */
const REST = MINUTE;

/** The number of reports that are sent at the same time. Those of one message are sent one after another. */
const LANES = 4;

/**
 * The published contract's name of each state. A failure is reported with its reason together with the report to the
 * agents (`reportFailure`). The contract has no name for a played voice message.
 */
export const REPORTED: Readonly<Record<string, ReportEntry['status']>> = {
  accepted: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
};

/** The message that a report is about: its link, its outbox record, or the facts of a refused one. */
type Reported = Pick<
  FailureReport,
  'number' | 'customer' | 'roomId' | 'messageId' | 'text' | 'reacted' | 'template'
> & {
  wamid?: string;
};

/** The event. */
interface Happening {
  status: ReportEntry['status'];
  /** WhatsApp's time, epoch milliseconds; the default is now. */
  at?: number | null;
  error?: unknown;
}

/**
 * Reports the state of a message to the Message Status Endpoint, if one is set and the filter includes the state.
 * Storing the report costs one round trip. It is posted in the background, retried by the sweep for a day, and then
 * given up with a warning. Never throws: the message path goes on.
 */
export async function reportStatus(host: Host, message: Reported, { status, at, error }: Happening): Promise<void> {
  try {
    const { number, customer, roomId, messageId, text, reacted, template, wamid } = message;
    if (!number || !(await isWanted(host, template))) {
      return;
    }
    const t = await translatorOf(host);
    const now = Date.now();
    const report: ReportEntry = {
      ...file(now),
      kind: 'report',
      status,
      msId: wamid,
      number,
      customer,
      roomId,
      messageId,
      text: reacted ?? text,
      template,
      reason: error === undefined ? undefined : describeError(error, t),
      code: error instanceof AppError ? error.code : undefined,
      at: at ?? now,
      since: now,
      attempts: 0,
    };
    await storeEntry(host, report);
    start(host, report);
  } catch (failure) {
    host.logger.error('A status could not be kept for the Message Status Endpoint:', String(failure));
  }
}

/** Retries a report that was not accepted. It is filed for its next attempt first, so that a crash does not lose it. */
export async function resumeReport(host: Host, report: ReportEntry): Promise<void> {
  const attempts = report.attempts + 1;
  const wait = Math.min(2 ** attempts, 60) * MINUTE;
  const later: ReportEntry = { ...report, ...file(Date.now() + wait), attempts };
  await storeEntry(host, later);
  await removeEntry(host, report);
  start(host, later);
}

async function isWanted({ memory }: Host, template: string | undefined): Promise<boolean> {
  if ((await memory.settings.get('messageStatusEndpoint')) === undefined) {
    return false;
  }
  const filter = await memory.settings.get('messageStatusFilter');
  return filter === 'all' || filter === (template === undefined ? 'regular' : 'template');
}

/** Not awaited: no message waits for a slow endpoint. */
function start(host: Host, report: ReportEntry): void {
  const { entriesAtWork, locks } = host.memory;
  const name = report.msId ?? report.messageId ?? report.entry;
  const lane = createHash('sha256').update(name).digest().readUInt8(0) % LANES;
  entriesAtWork.add(report.entry);
  void locks
    .run(`status report ${lane}`, () => work(host, report))
    .catch((error: unknown) =>
      host.logger.error('A status could not be reported; the sweep comes back:', String(error)),
    )
    .finally(() => entriesAtWork.delete(report.entry));
}

async function work(host: Host, report: ReportEntry): Promise<void> {
  const { settings, statusEndpoint } = host.memory;
  const address = await settings.get('messageStatusEndpoint');
  if (address === undefined) {
    await removeEntry(host, report);
    return;
  }
  const allowPrivate = await settings.get('messageStatusPrivate');
  const endpoint = `${allowPrivate} ${address}`;
  if (statusEndpoint.failed === endpoint && Date.now() < statusEndpoint.restUntil) {
    return;
  }
  const isLastTurn = Date.now() - report.since > LONGEST;
  const pauses = isLastTurn ? [] : PAUSES;
  const problem = await tryAll(host, { address, allowPrivate, pauses }, await write(host, report));
  if (problem === undefined) {
    await removeEntry(host, report);
    if (statusEndpoint.failed === endpoint) {
      statusEndpoint.failed = '';
      await forgetWarning(host, occasionOf('warnings:statusEndpointFailed', address));
    }
    return;
  }
  const isPrivate = problem instanceof PrivateAddressError;
  if (!isPrivate) {
    statusEndpoint.failed = endpoint;
    statusEndpoint.restUntil = Date.now() + REST;
  }
  if (isPrivate || isLastTurn) {
    // Only the host of the address is logged, because the rest may be secret.
    const params = { address: new URL(address).host, reason: problem.message };
    const key = isPrivate ? 'warnings:statusEndpointPrivate' : 'warnings:statusEndpointFailed';
    await warnAdmins(host, occasionOf(key, address), key, params);
    await removeEntry(host, report);
  }
}

function occasionOf(key: string, address: string): string {
  return `${key} ${createHash('sha256').update(address).digest('hex').slice(0, 16)}`;
}

/** @returns why it was not accepted */
async function tryAll(
  host: Host,
  { address, allowPrivate, pauses }: { address: string; allowPrivate: boolean; pauses: number[] },
  body: object,
): Promise<Error | undefined> {
  const secret = await host.memory.settings.get('messageStatusSecret');
  for (const wait of [...pauses, undefined]) {
    const problem = await postStatus(address, body, { secret, allowPrivate }).then(
      (status) => (status >= 200 && status <= 299 ? undefined : new Error(`HTTP ${status}`)),
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    if (problem === undefined || problem instanceof PrivateAddressError || wait === undefined) {
      return problem;
    }
    await pause(wait);
  }
  return undefined;
}

/**
 * The body of a report, with the names and values of Rocket.Chat's own app (`msId` is its spelling) and the fields that
 * this app adds. A repeated report has the same `eventId`.
 */
async function write(host: Host, report: ReportEntry): Promise<object> {
  const { number, customer, messageId, text, msId, status } = report;
  const conversation = await findByKey(host, number, customer);
  const message = text === undefined && messageId ? await host.read.getMessageReader().getById(messageId) : undefined;
  return {
    msId,
    message: text ?? message?.text ?? '',
    mobileNo: conversation?.waId ?? conversation?.userId ?? customer,
    connectedWhatsAppNo: number,
    MessageStatus: status,
    ErrorDetails: report.reason,
    type: report.template === undefined ? 'Regular-Message' : 'Template-Message',
    timestamp: new Date().toISOString(),
    eventId: msId ? `${msId}.${status}` : `${report.messageId ?? report.since}.${status}`,
    statusTimestamp: new Date(report.at).toISOString(),
    roomId: report.roomId || undefined,
    rocketChatMessageId: messageId,
    templateName: report.template,
    errorCode: report.code,
  };
}
