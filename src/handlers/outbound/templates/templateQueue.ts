import * as v from 'valibot';
import { timeouts } from '../../dialog360/Connection';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { pause } from '../../core/durations';
import { findByAbout } from '../../core/records/entries';
import type { Lease } from '../../core/records/leases';
import { takeLease } from '../../core/records/leases';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { PersonOutcome, TemplateBatch, TemplateJob, TemplatePerson } from '../bulk/templateJobs';
import {
  aboutTemplate,
  findBatch,
  findJob,
  findQueued,
  saveBatch,
  saveProgress,
  unqueue,
  wishFor,
} from '../bulk/templateJobs';
import type { CachedTemplate } from '../../numbers/templates/templates';
import { findTemplate } from '../../numbers/templates/templates';
import { describeProblems } from '../../numbers/templates/sendableTemplates';
import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';
import { concernsAll, stopOf } from '../bulk/listFailures';
import { aboutBatch, countIn } from '../bulk/listResult';
import { tellEnd, tellProgress } from '../bulk/tellBulk';
import type { TemplateOutcome } from './sendTemplate';
import { sendTemplateOnce } from './sendTemplate';

/** The job that continues with the queue. */
export const SEND_TEMPLATES = 'send-templates';

/** Milliseconds. Rocket.Chat abandons a job after 30 seconds (`ProxiedApp.ts`) and shows no log of later work. */
const SLICE = 20_000;

/** Milliseconds of the lease that one message may need, including its records. */
const RESERVE = timeouts.send + 5_000;

/** Milliseconds for which no other process sends for a number. A killed process holds it no longer than that. */
const LEASE = SLICE + RESERVE;

/** How many messages of a number are sent at the same time, unless WhatsApp slows it down. */
const SIDE_BY_SIDE = 24;

/** Milliseconds between two checks whether a slowed number may send more messages at the same time. */
const SLOWED = 250;

/** After this many postponed messages in a row the queue pauses; and for how long, in milliseconds. */
const IN_VAIN = 10;
const REST = 30_000;

/** Milliseconds between two progress updates for the person who sends to a list. */
const SIGN = 1_000;

/**
 * Milliseconds between two checks, while a batch is being sent, whether the list was paused or its template changed.
 */
const LOOK = 1_000;

/**
 * Milliseconds after which a new process checks again for work that a killed process still holds, and how often it
 * does.
 */
const LATER = 5_000;
const LOOKS = Math.ceil(LEASE / LATER) + 1;

const dataSchema = v.fallback(v.object({ looks: v.optional(v.number()) }), {});

/**
 * Works for some seconds on the queues of all numbers, and requests another run if more is left. Each number is served
 * by one instance at a time. If it is killed, the next one continues after its last record.
 *
 * @param data `{ looks }` after a start, when the lease of an earlier process may not have ended yet
 */
export async function sendTemplates(host: Host, data: unknown): Promise<void> {
  const { looks = 0 } = v.parse(dataSchema, data);
  const numbers = [...new Set((await findQueued(host)).map(({ number }) => number))];
  const results = await Promise.all(numbers.map((number) => workForNumber(host, number)));
  if (results.includes('more')) {
    await goOn(host, { when: Date.now() });
  } else if (results.includes('later')) {
    await goOn(host, { when: Date.now() + REST });
  } else if (results.includes('busy') && looks > 0) {
    await goOn(host, { when: Date.now() + LATER, looks: looks - 1 });
  }
}

/** Called at a start, because the earlier process may have been killed. */
export const afterStart = { looks: LOOKS };

/** Starts on a number's queue at once, in the background; the job continues after the first slice. Never throws. */
export async function sendSoon(host: Host, number: string): Promise<void> {
  try {
    const result = await workForNumber(host, number);
    if (result === 'more' || result === 'later') {
      await goOn(host, { when: Date.now() + (result === 'more' ? 0 : REST) });
    } else if (result === 'busy') {
      // The instance that holds the lease sends this too, unless it is killed.
      await goOn(host, { when: Date.now() + LATER, looks: LOOKS });
    }
  } catch (error) {
    host.logger.error('Templates wait for the job that sends them:', String(error));
  }
}

async function goOn(host: Host, { when, looks }: { when: number; looks?: number }): Promise<void> {
  const job = { id: SEND_TEMPLATES, when: new Date(when), data: { looks } };
  await host.modify.getScheduler().scheduleOnce(job);
}

type SliceEnd = 'busy' | 'more' | 'later' | 'done';

async function workForNumber(host: Host, digits: string): Promise<SliceEnd> {
  const claim = await takeLease(host, `templates of ${digits}`, LEASE);
  if (!claim) {
    return 'busy';
  }
  try {
    const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
    const slice: Slice = { number, claim, end: Date.now() + SLICE, inVain: 0, toldAt: 0 };
    while (Date.now() < slice.end && claim.left() > RESERVE) {
      const job = await nextJob(host, digits);
      if (!job) {
        return 'done';
      }
      await workOn(host, job, slice);
      if (slice.inVain >= IN_VAIN) {
        return 'later';
      }
    }
    return 'more';
  } finally {
    await claim.end();
  }
}

/** The jobs that may continue: programs before lists, the oldest first. Finished jobs leave the queue. */
async function nextJob(host: Host, digits: string): Promise<TemplateJob | undefined> {
  const jobs: TemplateJob[] = [];
  for (const queued of await findQueued(host)) {
    if (queued.number !== digits) {
      continue;
    }
    const job = await findJob(host, queued.job);
    if (!job || job.state === 'done' || job.state === 'cancelled') {
      await tellEnd(host, job);
      await unqueue(host, queued.job);
    } else if (job.state === 'running') {
      jobs.push(job);
    }
  }
  const weight = ({ origin }: TemplateJob) => (origin === 'rest' ? 0 : 1);
  return jobs.sort((a, b) => weight(a) - weight(b) || a.createdAt - b.createdAt)[0];
}

/** One instance's work for a number in one run. */
interface Slice {
  /** Absent when it was disconnected. */
  number: ConnectedNumber | undefined;
  claim: Lease;
  /** The end of the time for starting with another person, epoch milliseconds. */
  end: number;
  /** The number of postponed messages in a row, because 360dialog or WhatsApp accepts none at the moment. */
  inVain: number;
  /** When the sender last saw the progress, epoch milliseconds. */
  toldAt: number;
}

/** Works on the next batch of a job while there is time. */
async function workOn(host: Host, job: TemplateJob, slice: Slice): Promise<void> {
  const batch = await findBatch(host, job.id, job.next);
  if (!batch) {
    // Its minute was purged while it was paused.
    await saveProgress(host, job, { ...job, next: job.batches });
    return;
  }
  const { people, problem } = await sendToAll(host, batch, { job, slice });
  if (slice.claim.left() <= 0) {
    // Somebody else works for this number by now. They learn what was sent from the records of the messages.
    return;
  }
  await saveBatch(host, { ...batch, people });
  if (problem) {
    const held = await wishFor(host, job.id, 'hold', problem);
    await tellEnd(host, held?.isAccepted ? held.job : undefined);
    return;
  }
  if (people.some(({ outcome }) => outcome === undefined)) {
    return;
  }
  // Counted at the end of a batch, in the same write that moves on to the next one, so that a crash counts nobody
  // twice.
  const progress = { next: job.next + 1, ...countIn(job, people) };
  await saveProgress(host, job, progress);
  if (Date.now() - slice.toldAt >= SIGN || progress.next === job.batches) {
    slice.toldAt = Date.now();
    await tellProgress(host, { ...job, ...progress });
  }
}

interface Work {
  job: TemplateJob;
  slice: Slice;
}

interface Sent {
  /** All people of the batch, with the results of those who were handled. */
  people: TemplatePerson[];
  /** Why the rest of the job would fail too, or what somebody has to decide first. */
  problem?: NonNullable<TemplateJob['problem']>;
}

async function sendToAll(host: Host, batch: TemplateBatch, { job, slice }: Work): Promise<Sent> {
  // The records name the list, so that later failures appear in its result.
  const about = job.origin === 'bulk' ? aboutBatch(job, batch.at) : aboutTemplate(`${job.id} ${batch.at}`);
  const before = await findByAbout(host, about);
  const people = [...batch.people];
  let template = await findTemplate(host, job.number, job.template.name, job.template.language);
  let problem = await stopOf(host, job, template);
  let lookedAt = Date.now();
  let looking = Promise.resolve();
  let isPaused = false;
  let next = 0;
  const isOver = () =>
    isPaused ||
    problem !== undefined ||
    Date.now() > slice.end ||
    slice.claim.left() < RESERVE ||
    slice.inVain >= IN_VAIN;
  // A batch can take minutes when WhatsApp slows its number down. While one worker checks, no other message is started.
  const look = async () => {
    lookedAt = Date.now();
    const now = await findJob(host, job.id);
    template = await findTemplate(host, job.number, job.template.name, job.template.language);
    isPaused ||= now?.state !== 'running';
    problem ??= await stopOf(host, job, template);
  };
  const work = async (_: unknown, lane: number) => {
    while (next < people.length && !isOver()) {
      if (lane >= lanesOf(host, job)) {
        await pause(SLOWED);
        continue;
      }
      const at = next++;
      const person = people[at];
      if (person && person.outcome === undefined) {
        const { number, claim } = slice;
        const outcome = await sendToOne(host, { job, number, claim, template, person, about, before });
        slice.inVain = outcome.state === 'waiting' ? slice.inVain + 1 : 0;
        const { key, params, code } = outcome;
        if (job.origin === 'bulk' && outcome.state === 'failed' && key !== undefined && concernsAll({ key })) {
          problem ??= { key, params, code };
        } else {
          people[at] = { ...person, outcome };
        }
      }
      if (job.origin === 'bulk' && Date.now() - lookedAt >= LOOK) {
        looking = look();
      }
      await looking;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return { people, problem };
}

/** How many messages may be sent at the same time, so that none of them has to wait for its number's pace. */
function lanesOf(host: Host, { number }: TemplateJob): number {
  return Math.max(1, Math.min(SIDE_BY_SIDE, Math.floor(host.memory.paces.perSecond(number) / 2)));
}

interface OneOfMany extends Pick<Work, 'job'>, Pick<Slice, 'number' | 'claim'> {
  template: CachedTemplate | undefined;
  person: TemplatePerson;
  about: string;
  before: Awaited<ReturnType<typeof findByAbout>>;
}

/** Never throws, so that one failed message does not stop the others. */
async function sendToOne(
  host: Host,
  { job, number, claim, template, person, about, before }: OneOfMany,
): Promise<PersonOutcome> {
  if (!number) {
    return { state: 'failed', key: 'errors:numberNotConnected' };
  }
  try {
    const outcome = await sendTemplateOnce(
      host,
      {
        number,
        customer: { waId: person.waId },
        template: template ?? job.template,
        values: { ...job.values, ...person.values },
        components: job.components,
        key: job.id,
        sender: job.sentBy,
        target: job.target,
        toldByCaller: 'all',
      },
      { about, before, claim },
    );
    return outcomeOf(outcome, await translatorOf(host));
  } catch (error) {
    host.logger.error('A template could not be sent:', String(error));
    return { state: 'failed', key: 'errors:bug' };
  }
}

function outcomeOf(outcome: TemplateOutcome, t: Translate): PersonOutcome {
  if (outcome.state === 'sent') {
    return { state: 'sent', msId: outcome.wamid };
  }
  if (outcome.state === 'refused' || outcome.state === 'outdated') {
    const { key, params, code } = outcome.error;
    return { state: 'failed', key, params, code };
  }
  if (outcome.state === 'waiting') {
    return { state: 'waiting' };
  }
  return outcome.state === 'invalid'
    ? { state: 'failed', key: 'errors:templateParameters', params: { details: describeProblems(outcome.problems, t) } }
    : { state: 'uncertain', key: 'errors:maybeSent' };
}

/** The error of a person's message, for its description. */
export function errorOf({ key, params, code }: PersonOutcome): AppError | undefined {
  return key === undefined ? undefined : new AppError({ kind: 'refused', retry: 'no', key, params, code });
}
