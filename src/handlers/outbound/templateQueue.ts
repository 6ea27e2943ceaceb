import * as v from 'valibot';
import { AppError } from '../errors/AppError';
import type { Host } from '../Host';
import { claimWork } from '../records/claims';
import type { Claim } from '../records/claims';
import { findByAbout } from '../records/entries';
import type { ConnectedNumber } from '../records/numbers';
import { findBatch, findJob, findQueued, saveBatch, saveJob, unqueue } from '../records/templateJobs';
import type { PersonOutcome, TemplateBatch, TemplateJob, TemplatePerson } from '../records/templateJobs';
import { findTemplate } from '../records/templates';
import type { CachedTemplate } from '../records/templates';
import { aboutTemplate, sendTemplateOnce } from './sendTemplate';
import type { TemplateOutcome } from './sendTemplate';

/** The job that goes on with what is queued. */
export const SEND_TEMPLATES = 'send-templates';

/** Milliseconds: Rocket.Chat gives a job up after 30 seconds (`ProxiedApp.ts`), and shows no log of what comes later. */
const SLICE = 20_000;

/** Milliseconds for which nobody else works for a number: a process that was killed holds it no longer than that. */
const LEASE = 26_000;

/** Milliseconds of the lease that a message may take. */
const RESERVE = 4_000;

/** So many messages of a number are on their way at a time. */
const SIDE_BY_SIDE = 24;

/** Milliseconds after which a start looks again for work that a killed process still holds, and how often it does. */
const LATER = 5_000;
const LOOKS = 7;

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
  } else if (results.includes('busy') && looks > 0) {
    await goOn(host, { when: Date.now() + LATER, looks: looks - 1 });
  }
}

/** What a start asks for: whoever worked before it may have been killed. */
export const afterStart = { looks: LOOKS };

/** Works for a number at once, without anybody who waits for it; the job goes on after the first slice. Never throws. */
export async function sendSoon(host: Host, number: string): Promise<void> {
  try {
    const result = await workForNumber(host, number);
    if (result === 'more') {
      await goOn(host, { when: Date.now() });
    } else if (result === 'busy') {
      // Whoever is at it takes this up too, unless it is killed.
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

async function workForNumber(host: Host, digits: string): Promise<'busy' | 'more' | 'done'> {
  const claim = await claimWork(host, `templates of ${digits}`, LEASE);
  if (!claim) {
    return 'busy';
  }
  try {
    const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
    const end = Date.now() + SLICE;
    while (Date.now() < end && claim.left() > RESERVE) {
      const job = await nextJob(host, digits);
      if (!job) {
        return 'done';
      }
      await workOn(host, { job, number, claim, end });
    }
    return 'more';
  } finally {
    await claim.end();
  }
}

/** Of those that may go on, programs before lists, and the older one first. What is over leaves the queue. */
async function nextJob(host: Host, digits: string): Promise<TemplateJob | undefined> {
  const jobs: TemplateJob[] = [];
  for (const queued of await findQueued(host)) {
    if (queued.number !== digits) {
      continue;
    }
    const job = await findJob(host, queued.job);
    if (!job || job.state === 'done' || job.state === 'cancelled') {
      await unqueue(host, queued.job);
    } else if (job.state === 'running') {
      jobs.push(job);
    }
  }
  const weight = ({ origin }: TemplateJob) => (origin === 'rest' ? 0 : 1);
  return jobs.sort((a, b) => weight(a) - weight(b) || a.createdAt - b.createdAt)[0];
}

interface Work {
  job: TemplateJob;
  /** Absent where it was disconnected. */
  number: ConnectedNumber | undefined;
  claim: Claim;
  /** Until when to begin with somebody, epoch milliseconds. */
  end: number;
}

/** Works on the next batch of a job, as far as there is time. */
async function workOn(host: Host, work: Work): Promise<void> {
  const { job } = work;
  const batch = await findBatch(host, job.id, job.next);
  if (!batch) {
    // Its minute was purged while it was paused.
    await saveJob(host, { ...job, state: 'done', next: job.batches });
    await unqueue(host, job.id);
    return;
  }
  const template = await findTemplate(host, job.number, job.template.name, job.template.language);
  const people = await sendToAll(host, batch, { ...work, template });
  await saveBatch(host, { ...batch, people });
  const isOver = people.every(({ outcome }) => outcome !== undefined);
  // Somebody may have paused or cancelled it meanwhile.
  const now = (await findJob(host, job.id)) ?? job;
  const next = isOver ? job.next + 1 : job.next;
  const isDone = next === job.batches;
  const count = (state: PersonOutcome['state']) =>
    people.filter(({ outcome }, at) => outcome?.state === state && batch.people[at]?.outcome === undefined).length;
  await saveJob(host, {
    ...now,
    next,
    sent: now.sent + count('sent') + count('waiting'),
    failed: now.failed + count('failed'),
    uncertain: now.uncertain + count('uncertain'),
    state: isDone && now.state === 'running' ? 'done' : now.state,
  });
  if (isDone) {
    await unqueue(host, job.id);
  }
}

/** @returns all people of the batch, those whose turn it was with what became of it */
async function sendToAll(
  host: Host,
  batch: TemplateBatch,
  { job, number, claim, end, template }: Work & { template: CachedTemplate | undefined },
): Promise<TemplatePerson[]> {
  const about = aboutTemplate(`${job.id} ${batch.at}`);
  const before = await findByAbout(host, about);
  const people = [...batch.people];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < people.length; at = next++) {
      const person = people[at];
      if (person && person.outcome === undefined) {
        if (Date.now() > end || claim.left() < RESERVE) {
          return;
        }
        people[at] = { ...person, outcome: await sendToOne(host, { job, number, template, person, about, before }) };
      }
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return people;
}

interface OneOfMany extends Pick<Work, 'job' | 'number'> {
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
        isToldByCaller: true,
      },
      { about, before },
    );
    return outcomeOf(outcome);
  } catch (error) {
    host.logger.error('A template could not be sent:', String(error));
    return { state: 'failed', key: 'errors:bug' };
  }
}

function outcomeOf(outcome: TemplateOutcome): PersonOutcome {
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
    ? { state: 'failed', key: 'errors:templateParameters' }
    : { state: 'uncertain', key: 'errors:maybeSent' };
}

/** The error of a person's message, for who describes it. */
export function errorOf({ key, params, code }: PersonOutcome): AppError | undefined {
  return key === undefined ? undefined : new AppError({ kind: 'refused', retry: 'no', key, params, code });
}
