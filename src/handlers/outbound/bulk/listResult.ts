import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { Buffer } from 'buffer';
import type { ListResultModel } from '../../../blocks/listResult';
import type { Host } from '../../core/Host';
import { sendPrivateFile } from '../../omnichannel/notifyUser';
import type { LateFailure } from './bulkFailures';
import { findLateFailures } from './bulkFailures';
import { findByAbout } from '../../core/records/entries';
import type { Entry } from '../../core/records/Entry';
import type { PersonOutcome, TemplateJob, TemplatePerson } from './templateJobs';
import { aboutTemplate, findBatch, findPeople, placeOf } from './templateJobs';
import type { Translate } from '../../core/translator';
import { escapeMarkdown } from '../../whatsapp/markup/whatsAppToMarkdown';
import { formatPhone } from '../../whatsapp/phoneNumbers';
import { sayPerson, sayState } from './sayPerson';

/** People on a page. */
const PAGE = 10;

/** The number of batches that are read at a time for the CSV file. */
const SIDE_BY_SIDE = 16;

/** Which people of a list are shown. */
export interface ResultView {
  /** From 0. */
  page: number;
  people: 'all' | 'unsent';
}

/** A person, with the batch that holds their records. */
interface Placed {
  person: TemplatePerson;
  /** Which of the job's batches they are in. */
  batch: number;
}

/** The association of the records of a list's batch. */
export function aboutBatch({ id }: Pick<TemplateJob, 'id'>, batch: number): string {
  return aboutTemplate(`list ${id} ${batch}`);
}

/** The current result of a list: at most seven round trips, however long the list is. */
export async function resultModel(
  host: Host,
  t: Translate,
  stored: TemplateJob,
  { page: wanted, people: who }: ResultView,
): Promise<ListResultModel> {
  const job = await countOpenBatch(host, stored);
  const late = await findLateFailures(host, job.id);
  const unsent =
    who === 'unsent' ? (await allPlaced(host, job)).filter(({ person }) => isUnsent(person, late)) : undefined;
  const count = unsent?.length ?? job.total + (job.skipped ?? 0);
  const page = Math.max(0, Math.min(wanted, Math.ceil(count / PAGE) - 1));
  const from = page * PAGE;
  const shown = unsent?.slice(from, from + PAGE) ?? (await placedFrom(host, job, from, Math.min(PAGE, count - from)));
  const records = await recordsOf(host, job, shown);
  const lines = shown.map((each) => {
    const { state, reason } = sayPerson(each.person, { records: records.get(each.batch) ?? [], late, t });
    const line = each.person.line === undefined ? '' : `${t('bulk:line', { line: each.person.line })} `;
    const said = t('bulk:personLine', { who: nameOf(each.person), state });
    return `${line}${said}${reason === undefined ? '' : `\n${reason}`}`;
  });
  const taken = job.sent + job.waiting;
  const done = taken + job.failed + job.uncertain;
  return {
    job: job.id,
    state: sayState(job, t),
    facts: t('bulk:facts', { template: job.template.name, number: formatPhone(job.number) }),
    counts: t('bulk:counts', {
      sent: Math.max(0, taken - late.size),
      failed: job.failed + Math.min(late.size, taken),
      uncertain: job.uncertain,
      skipped: job.skipped ?? 0,
      left: job.total - done,
    }),
    people: who,
    lines,
    shown: count > 0 ? t('bulk:shown', { first: from + 1, last: from + lines.length, total: count }) : t('bulk:nobody'),
    previous: page > 0 ? page - 1 : undefined,
    next: from + PAGE < count ? page + 1 : undefined,
    page,
    canPause: job.state === 'running',
    canResume: job.state === 'paused',
    canCancel: job.state === 'running' || job.state === 'paused',
  };
}

/** Everybody on a list with the result of their message, as a CSV file. */
async function resultCsv(host: Host, t: Translate, job: TemplateJob): Promise<Buffer> {
  const late = await findLateFailures(host, job.id);
  const all = await allPlaced(host, job);
  const records = await recordsOf(host, job, all);
  const head = ['bulk:csvLine', 'bulk:csvPhone', 'bulk:csvResult', 'bulk:csvReason'].map((key) => t(key));
  const rows = all.map(({ person, batch }) => {
    const { state, reason = '' } = sayPerson(person, { records: records.get(batch) ?? [], late, t });
    return [String(person.line ?? ''), person.waId || (person.written ?? ''), state, reason];
  });
  const text = [head, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n');
  // The mark tells Excel that this is UTF-8.
  return Buffer.from(`\ufeff${text}\r\n`);
}

/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cellOf(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

function nameOf({ waId, written = '' }: TemplatePerson): string {
  return waId === '' ? escapeMarkdown(written) : formatPhone(waId);
}

function isUnsent({ waId, outcome }: TemplatePerson, late: ReadonlyMap<string, LateFailure>): boolean {
  return late.has(waId) || (outcome !== undefined && outcome.state !== 'sent' && outcome.state !== 'waiting');
}

async function placedFrom(host: Host, job: TemplateJob, from: number, count: number): Promise<Placed[]> {
  const places = Array.from({ length: Math.max(0, count) }, (_, at) => placeOf(job, from + at));
  const read = await Promise.all(
    [...new Set(places.map(({ batch }) => batch))].map(async (at) => [at, await findBatch(host, job.id, at)] as const),
  );
  const batches = new Map(read);
  return places.flatMap(({ batch, at }) => {
    const person = batches.get(batch)?.people[at];
    return person ? [{ person, batch }] : [];
  });
}

async function allPlaced(host: Host, job: TemplateJob): Promise<Placed[]> {
  const people = await findPeople(host, job.id);
  return people.map((person, at) => ({ person, batch: placeOf(job, at).batch }));
}

/** The records of the messages to these people, by their batches. Nothing was sent to people who were left out. */
async function recordsOf(host: Host, job: TemplateJob, placed: readonly Placed[]): Promise<Map<number, Entry[]>> {
  const batches = [...new Set(placed.map(({ batch }) => batch))].filter((batch) => batch < job.batches);
  const found = new Map<number, Entry[]>();
  for (let at = 0; at < batches.length; at += SIDE_BY_SIDE) {
    const part = batches.slice(at, at + SIDE_BY_SIDE);
    const read = await Promise.all(part.map((batch) => findByAbout(host, aboutBatch(job, batch))));
    part.forEach((batch, index) => found.set(batch, read[index] ?? []));
  }
  return found;
}

/**
 * Sends the result of a list as a CSV file in the direct messages between the app and a user: nobody else sees the
 * customers' phones there.
 *
 * @throws AppError with Rocket.Chat's reason for refusing the file
 */
export async function sendResult(host: Host, user: IUser, t: Translate, job: TemplateJob): Promise<void> {
  const bytes = await resultCsv(host, t, job);
  const day = new Date().toISOString().slice(0, 10);
  await sendPrivateFile(host, user, { bytes, filename: `${job.template.name.replace(/[^\w.-]+/g, '_')}-${day}.csv` });
}

/**
 * A job that also counts the people of its current batch who were handled before it was paused, held or cancelled. One
 * round trip.
 */
export async function countOpenBatch(host: Host, job: TemplateJob): Promise<TemplateJob> {
  const batch = job.next < job.batches ? await findBatch(host, job.id, job.next) : undefined;
  return { ...job, ...countIn(job, batch?.people ?? []) };
}

/** Adds the results of more people to the counts of a job. */
export function countIn(job: TemplateJob, people: readonly TemplatePerson[]) {
  const count = (state: PersonOutcome['state']) => people.filter(({ outcome }) => outcome?.state === state).length;
  return {
    sent: job.sent + count('sent'),
    waiting: job.waiting + count('waiting'),
    failed: job.failed + count('failed'),
    uncertain: job.uncertain + count('uncertain'),
  };
}
