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

/** The job that goes on with what is queued. */
export const SEND_TEMPLATES = 'send-templates';

/** Milliseconds: Rocket.Chat gives a job up after 30 seconds (`ProxiedApp.ts`), and shows no log of what comes later. */
const SLICE = 20_000;

/** Milliseconds of the lease that a message may take, what is written down of it included. */
const RESERVE = timeouts.send + 5_000;

/** Milliseconds for which nobody else works for a number: a process that was killed holds it no longer than that. */
const LEASE = SLICE + RESERVE;

/** The number of messages of a number that are sent at the same time, as long as WhatsApp does not slow it down. */
const SIDE_BY_SIDE = 24;

/** Milliseconds between two looks whether a number that was slowed down may have more messages on their way. */
const SLOWED = 250;

/** After this many messages in a row that have to wait, the queue rests; and for how long, in milliseconds. */
const IN_VAIN = 10;
const REST = 30_000;

/** Milliseconds between two signs of progress to the person who sends to a list. */
const SIGN = 1_000;

/** Milliseconds between two looks whether a list was paused, or its template changed, while a batch is being sent. */
const LOOK = 1_000;

/** Milliseconds after which a start looks again for work that a killed process still holds, and how often it does. */
const LATER = 5_000;
const LOOKS = Math.ceil(LEASE / LATER) + 1;

const dataSchema = v.fallback(v.object({ looks: v.optional(v.number()) }), {});

/**
 * Works for some seconds on what is queued of every number, and asks to go on where more is left. Each number is worked
 * for by one instance at a time; one that is killed in the middle leaves what it recorded, and the next one goes on
 * behind it.
 *
 * @param data `{ looks }` of a start: a lease of the process before it may not have ended yet
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

/** Called at a start, because the process that worked before may have been killed. */
export const afterStart = { looks: LOOKS };

/** Works for a number at once, without anybody who waits for it; the job goes on after the first slice. Never throws. */
export async function sendSoon(host: Host, number: string): Promise<void> {
  try {
    const result = await workForNumber(host, number);
    if (result === 'more' || result === 'later') {
      await goOn(host, { when: Date.now() + (result === 'more' ? 0 : REST) });
    } else if (result === 'busy') {
      // The instance that holds the lease sends this one too, unless it is killed.
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

/** The jobs that may go on: programs before lists, the oldest first. Finished jobs leave the queue. */
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

/** The work of one instance for a number in one run. */
interface Slice {
  /** Absent where it was disconnected. */
  number: ConnectedNumber | undefined;
  claim: Lease;
  /** Until when to begin with somebody, epoch milliseconds. */
  end: number;
  /** The number of messages in a row that had to wait, because 360dialog or WhatsApp takes none at the moment. */
  inVain: number;
  /** When the person who sends was shown how far it is, epoch milliseconds. */
  toldAt: number;
}

/** Works on the next batch of a job, as far as there is time. */
async function workOn(host: Host, job: TemplateJob, slice: Slice): Promise<void> {
  const batch = await findBatch(host, job.id, job.next);
  if (!batch) {
    // Its minute was purged while it was paused.
    await saveProgress(host, job, { ...job, next: job.batches });
    return;
  }
  const { people, problem } = await sendToAll(host, batch, { job, slice });
  await saveBatch(host, { ...batch, people });
  if (problem) {
    const held = await wishFor(host, job.id, 'hold', problem);
    await tellEnd(host, held?.isAccepted ? held.job : undefined);
    return;
  }
  if (people.some(({ outcome }) => outcome === undefined)) {
    return;
  }
  // Counted when a batch is over, by the write that passes on to the next one: a crash counts nobody twice.
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
  /** All people of the batch, those whose turn it was with what became of it. */
  people: TemplatePerson[];
  /** Why nobody else of the job would get it either, or what somebody has to decide first. */
  problem?: NonNullable<TemplateJob['problem']>;
}

async function sendToAll(host: Host, batch: TemplateBatch, { job, slice }: Work): Promise<Sent> {
  // The records of a list say so: what fails later is told in its result.
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
  // A batch can take minutes where WhatsApp slows its number down. Nobody has their turn while one lane looks.
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
        const outcome = await sendToOne(host, { job, number: slice.number, template, person, about, before });
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

/** How many messages may be on their way, so that none of them has to wait for its number's pace. */
function lanesOf(host: Host, { number }: TemplateJob): number {
  return Math.max(1, Math.min(SIDE_BY_SIDE, Math.floor(host.memory.paces.perSecond(number) / 2)));
}

interface OneOfMany extends Pick<Work, 'job'>, Pick<Slice, 'number'> {
  template: CachedTemplate | undefined;
  person: TemplatePerson;
  about: string;
  before: Awaited<ReturnType<typeof findByAbout>>;
}

/** Never throws: one that cannot be sent keeps no other waiting. */
async function sendToOne(
  host: Host,
  { job, number, template, person, about, before }: OneOfMany,
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
      { about, before },
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

/** The error of a person's message, for who describes it. */
export function errorOf({ key, params, code }: PersonOutcome): AppError | undefined {
  return key === undefined ? undefined : new AppError({ kind: 'refused', retry: 'no', key, params, code });
}
