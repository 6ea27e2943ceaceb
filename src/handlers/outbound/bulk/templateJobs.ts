import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { createHash, randomUUID } from 'crypto';
import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, minute, toRecord } from '../../core/records/association';
import { seenSchema } from '../../numbers/templates/sendableTemplates';

/** The number of people in one record, which is read and written once for all of them. */
const BATCH = 50;

const params = v.record(v.string(), v.union([v.string(), v.number()]));

const outcomeSchema = v.object({
  /** `skipped`: left out before anything was sent. */
  state: v.picklist(['sent', 'waiting', 'uncertain', 'failed', 'skipped']),
  /** The wamid. */
  msId: v.optional(v.string()),
  /** Why it failed: the key of a sentence, and WhatsApp's code. */
  key: v.optional(v.string()),
  params: v.optional(params),
  code: v.optional(v.number()),
});

const text = v.object({ kind: v.literal('text'), text: v.string() });
const valuesSchema = v.record(
  v.string(),
  v.variant('kind', [
    text,
    v.object({
      kind: v.literal('media'),
      source: v.union([v.object({ id: v.string() }), v.object({ link: v.string() }), v.object({ upload: v.string() })]),
      filename: v.optional(v.string()),
    }),
    v.object({
      kind: v.literal('location'),
      latitude: v.number(),
      longitude: v.number(),
      name: v.optional(v.string()),
      address: v.optional(v.string()),
    }),
    v.object({ kind: v.literal('time'), at: v.number() }),
  ]),
);

const personSchema = v.object({
  /** The digits of their phone; '' when the entry of the list is not a phone. */
  waId: v.string(),
  /** Their line in the list, from 1, and its text when that is not a phone. */
  line: v.optional(v.number()),
  written: v.optional(v.string()),
  /** This person's own values for the template's fields, by their ids. */
  values: v.optional(v.record(v.string(), text)),
  /** Absent before their message was handled. */
  outcome: v.optional(outcomeSchema),
});

const batchSchema = v.object({
  kind: v.literal('template-batch'),
  job: v.string(),
  /** Which of the job's batches it is, from 0. */
  at: v.number(),
  minute: v.string(),
  people: v.array(personSchema),
});

const jobSchema = v.object({
  kind: v.literal('template-job'),
  id: v.string(),
  minute: v.string(),
  /** The digits of our number. */
  number: v.string(),
  createdAt: v.number(),
  /** A program, or a person with a list. Programs go first. */
  origin: v.picklist(['rest', 'bulk']),
  template: v.object({ name: v.string(), language: v.string() }),
  /** The template as the sender of a list saw it. Earlier versions of the app did not store it. */
  seen: v.optional(seenSchema),
  /** The parts of a program's message, which are the same for everybody. */
  components: v.optional(v.array(v.record(v.string(), v.unknown()))),
  /** Values for the template's fields, by their ids, which are the same for everybody. */
  values: valuesSchema,
  sentBy: v.optional(v.object({ id: v.string(), name: v.string(), username: v.string() })),
  target: v.optional(v.object({ agent: v.optional(v.string()), departmentId: v.optional(v.string()) })),
  /** Where the sender sees the progress. */
  roomId: v.optional(v.string()),
  /** The number of recipients and of their batches. Skipped people are in further batches after these. */
  total: v.number(),
  batches: v.number(),
  skipped: v.optional(v.number()),
  /** A fingerprint of a program's Idempotency-Key and of its request. */
  key: v.optional(v.string()),
  request: v.optional(v.string()),
  /** Texts of the request that are not phones, as the answer names them. */
  invalid: v.optional(v.array(v.string())),
});

const progressSchema = v.object({
  kind: v.literal('template-progress'),
  /** The first batch that is not finished. */
  next: v.number(),
  /** The results of the people in the batches before it. */
  sent: v.number(),
  waiting: v.number(),
  failed: v.number(),
  uncertain: v.number(),
});

const wishSchema = v.object({
  kind: v.literal('template-wish'),
  /** A request to change a list's state. The app itself requests `hold` when all others would fail for the same reason. */
  wish: v.picklist(['start', 'pause', 'resume', 'cancel', 'hold']),
  at: v.number(),
  /** Why it is held. */
  problem: v.optional(
    v.object({
      key: v.string(),
      params: v.optional(params),
      code: v.optional(v.number()),
      /** Somebody has to decide about the changed template. Resuming the list accepts it. */
      seen: v.optional(seenSchema),
    }),
  ),
});

const queuedSchema = v.object({ kind: v.literal('template-queued'), job: v.string(), number: v.string() });

type StoredJob = v.InferOutput<typeof jobSchema>;
type Wish = v.InferOutput<typeof wishSchema>;

/** The progress of a job. Only its worker writes it. */
export type JobProgress = v.InferOutput<typeof progressSchema>;
/** A template for several people, which is sent one batch at a time. */
export type TemplateJob = StoredJob &
  Omit<JobProgress, 'kind'> & {
    state: 'draft' | 'running' | 'paused' | 'cancelled' | 'done';
    /** When the last request was made, epoch milliseconds. */
    wishedAt?: number;
    /** Why the app paused it. */
    problem?: Wish['problem'];
  };
/** Some of the people of a job. */
export type TemplateBatch = v.InferOutput<typeof batchSchema>;
/** A recipient of a job. */
export type TemplatePerson = v.InferOutput<typeof personSchema>;
/** The result of sending a person's message. Its statuses come later. */
export type PersonOutcome = v.InferOutput<typeof outcomeSchema>;
/** A job that is not finished. */
export type QueuedJob = v.InferOutput<typeof queuedSchema>;

/** A job before it is stored. */
export type NewJob = Pick<
  TemplateJob,
  | 'number'
  | 'origin'
  | 'template'
  | 'components'
  | 'values'
  | 'seen'
  | 'sentBy'
  | 'target'
  | 'roomId'
  | 'key'
  | 'request'
  | 'invalid'
>;

const NOTHING_DONE = { kind: 'template-progress', next: 0, sent: 0, waiting: 0, failed: 0, uncertain: 0 } as const;

/**
 * Stores a job with its people. A program's job enters the queue after everything else is stored, so a job that a crash
 * left incomplete never starts. A person's list stays a draft until that person starts it.
 *
 * @param skipped people who get nothing
 */
export async function storeJob(
  host: Host,
  job: NewJob,
  people: readonly TemplatePerson[],
  skipped: readonly TemplatePerson[] = [],
): Promise<TemplateJob> {
  const createdAt = Date.now();
  const id = randomUUID();
  const place = minute(createdAt);
  const parts = [...inBatches(people), ...inBatches(skipped)];
  for (const [at, part] of parts.entries()) {
    const batch: TemplateBatch = { kind: 'template-batch', job: id, at, minute: place, people: part };
    await host.persistence.createWithAssociations(toRecord(batch), placesOfBatch(batch));
  }
  const stored: StoredJob = {
    ...job,
    kind: 'template-job',
    id,
    minute: place,
    createdAt,
    total: people.length,
    batches: Math.ceil(people.length / BATCH),
    skipped: skipped.length,
  };
  await host.persistence.createWithAssociations(toRecord(stored), placesOfJob(stored));
  if (job.origin === 'rest' && people.length > 0) {
    await queue(host, stored);
  }
  return together(stored, NOTHING_DONE, []);
}

/** The batch, and the place in it, of a job's person; those who are skipped come last, in batches of their own. */
export function placeOf({ total, batches }: Pick<StoredJob, 'total' | 'batches'>, position: number) {
  const isSkipped = position >= total;
  const at = isSkipped ? position - total : position;
  return { batch: Math.floor(at / BATCH) + (isSkipped ? batches : 0), at: at % BATCH };
}

function inBatches(people: readonly TemplatePerson[]): TemplatePerson[][] {
  const count = Math.ceil(people.length / BATCH);
  return Array.from({ length: count }, (_, at) => people.slice(at * BATCH, (at + 1) * BATCH));
}

async function queue(host: Host, { id, number }: StoredJob): Promise<void> {
  const queued: QueuedJob = { kind: 'template-queued', job: id, number };
  await host.persistence.createWithAssociations(toRecord(queued), [
    association('template-queue'),
    association('template-queued', id),
  ]);
}

/** Stores the progress of a job. Only its worker calls this. */
export async function saveProgress(host: Host, job: TemplateJob, progress: Omit<JobProgress, 'kind'>): Promise<void> {
  const record: JobProgress = { ...progress, kind: 'template-progress' };
  await host.persistence.updateByAssociations(placesBeside(job, 'template-progress'), toRecord(record), true);
}

/** The states in which each request is allowed. */
const ACCEPTED: Readonly<Record<Wish['wish'], readonly TemplateJob['state'][]>> = {
  start: ['draft'],
  pause: ['running'],
  resume: ['paused'],
  cancel: ['running', 'paused'],
  hold: ['running'],
};

/**
 * Asks for a list to start, pause, resume, end or wait, if its present state allows that. Each request is a record of
 * its own, so that neither the worker nor a second request at the same moment overwrites it.
 *
 * @returns the job after that, and whether the request changed it; undefined when there is none
 */
export async function wishFor(
  host: Host,
  id: string,
  wish: Wish['wish'],
  problem?: Wish['problem'],
): Promise<{ job: TemplateJob; isAccepted: boolean } | undefined> {
  const job = await findJob(host, id);
  if (!job || !ACCEPTED[wish].includes(job.state)) {
    return job && { job, isAccepted: false };
  }
  if (wish === 'start') {
    // Queued first: a queued job that was not started does nothing, but a job outside the queue is never found.
    await queue(host, job);
  }
  // The clocks of instances differ, so a later request always gets a later time.
  const record: Wish = { kind: 'template-wish', wish, at: Math.max(Date.now(), (job.wishedAt ?? 0) + 1), problem };
  await host.persistence.createWithAssociations(toRecord(record), placesBeside(job, 'template-wish'));
  const now = await findJob(host, id);
  return now && { job: now, isAccepted: true };
}

export async function findJob(host: Host, id: string): Promise<TemplateJob | undefined> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('template-job', id));
  const [job] = parseAll(records, jobSchema);
  return job && together(job, parseAll(records, progressSchema).at(-1) ?? NOTHING_DONE, parseAll(records, wishSchema));
}

/** Deletes a list that was never sent. */
export async function removeDraft(host: Host, id: string): Promise<void> {
  const job = await findJob(host, id);
  if (job?.state === 'draft') {
    await removeJob(host, id);
  }
}

/** Deletes a job with its people. */
export async function removeJob(host: Host, id: string): Promise<void> {
  await unqueue(host, id);
  await host.persistence.removeByAssociation(association('template-job', id));
  await host.persistence.removeByAssociation(association('template-batches', id));
}

/** A cancelled job stays cancelled, whatever else is requested at the same moment. Else the last request counts. */
function together(job: StoredJob, { kind: _, ...progress }: JobProgress, wishes: readonly Wish[]): TemplateJob {
  const last = wishes.reduce<Wish | undefined>(
    (latest, each) => (latest && latest.at > each.at ? latest : each),
    undefined,
  );
  const shown = wishes.reduce<Wish | undefined>(
    (latest, each) => (each.problem?.seen && (latest === undefined || each.at > latest.at) ? each : latest),
    undefined,
  );
  const facts = { ...job, ...progress, seen: shown?.problem?.seen ?? job.seen, wishedAt: last?.at };
  if (last === undefined && job.origin === 'bulk') {
    return { ...facts, state: 'draft' };
  }
  if (progress.next >= job.batches) {
    return { ...facts, state: 'done' };
  }
  if (wishes.some(({ wish }) => wish === 'cancel')) {
    return { ...facts, state: 'cancelled' };
  }
  const isHeld = last?.wish === 'pause' || last?.wish === 'hold';
  return { ...facts, state: isHeld ? 'paused' : 'running', problem: isHeld ? last.problem : undefined };
}

/** The newest job of a program's key. */
export async function findJobByKey(host: Host, key: string): Promise<TemplateJob | undefined> {
  const jobs = await find(host, association('template-key', key), jobSchema);
  const [newest] = jobs.sort((a, b) => b.createdAt - a.createdAt);
  return newest && findJob(host, newest.id);
}

/** The unfinished jobs of all numbers: one round trip. */
export async function findQueued(host: Host): Promise<QueuedJob[]> {
  return find(host, association('template-queue'), queuedSchema);
}

/** Called when a job is finished or deleted. */
export async function unqueue(host: Host, id: string): Promise<void> {
  await host.persistence.removeByAssociation(association('template-queued', id));
}

export async function findBatch(host: Host, id: string, at: number): Promise<TemplateBatch | undefined> {
  return (await find(host, association('template-batch', `${id} ${at}`), batchSchema))[0];
}

/** All people of a job, in their order: one round trip. */
export async function findPeople(host: Host, id: string): Promise<TemplatePerson[]> {
  const batches = await find(host, association('template-batches', id), batchSchema);
  return batches.sort((a, b) => a.at - b.at).flatMap(({ people }) => people);
}

/** Replaces the stored batch. */
export async function saveBatch(host: Host, batch: TemplateBatch): Promise<void> {
  await host.persistence.updateByAssociations(placesOfBatch(batch), toRecord(batch));
}

/** The fingerprint that identifies a key or a request. The program's own text is not stored. */
export function fingerprint(...texts: string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32);
}

async function find<Schema extends v.GenericSchema>(
  host: Host,
  by: RocketChatAssociationRecord,
  schema: Schema,
): Promise<v.InferOutput<Schema>[]> {
  return parseAll(await host.read.getPersistenceReader().readByAssociation(by), schema);
}

function parseAll<Schema extends v.GenericSchema>(
  records: readonly unknown[],
  schema: Schema,
): v.InferOutput<Schema>[] {
  return records.flatMap((record) => {
    const parsed = v.safeParse(schema, record);
    return parsed.success ? [parsed.output] : [];
  });
}

/** Deleted with the records of its minute. */
function placesOfJob({ id, minute: when, key }: StoredJob): RocketChatAssociationRecord[] {
  return [
    association('template-job', id),
    association('minute', when),
    ...(key === undefined ? [] : [association('template-key', key)]),
  ];
}

/** The records beside a job are read together with it. */
function placesBeside(
  { id, minute: when }: StoredJob,
  kind: 'template-progress' | 'template-wish',
): RocketChatAssociationRecord[] {
  return [association('template-job', id), association(kind, id), association('minute', when)];
}

function placesOfBatch({ job, at, minute: when }: TemplateBatch): RocketChatAssociationRecord[] {
  return [
    association('template-batch', `${job} ${at}`),
    association('template-batches', job),
    association('minute', when),
  ];
}

/** The associations by which the records of a template are found. @param key of one sending, or of several to different customers */
export function aboutTemplate(key: string): string {
  return `template ${key}`;
}
