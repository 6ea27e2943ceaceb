import { createHash, randomUUID } from 'crypto';
import * as v from 'valibot';
import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import type { Host } from '../Host';
import { association } from './association';
import { minute } from './minute';
import { toRecord } from './toRecord';

/** So many people are kept in one record: it is read and written once for all of them. */
const BATCH = 50;

const params = v.record(v.string(), v.union([v.string(), v.number()]));

const outcomeSchema = v.object({
  state: v.picklist(['sent', 'waiting', 'uncertain', 'failed']),
  /** The wamid. */
  msId: v.optional(v.string()),
  /** Why it failed: a sentence's key, and WhatsApp's code. */
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
  /** The digits of their phone. */
  waId: v.string(),
  /** Values for the template's fields, by their ids, where they are this person's own. */
  values: v.optional(v.record(v.string(), text)),
  /** Absent until it was their turn. */
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
  /** A program, or a person with a list. People with lists wait for programs. */
  origin: v.picklist(['rest', 'bulk']),
  template: v.object({ name: v.string(), language: v.string() }),
  /** The parts of the message, the same for all, where a program has made them. */
  components: v.optional(v.array(v.record(v.string(), v.unknown()))),
  /** Values for the template's fields, by their ids, the same for all. */
  values: valuesSchema,
  sentBy: v.optional(v.object({ id: v.string(), name: v.string(), username: v.string() })),
  target: v.optional(v.object({ agent: v.optional(v.string()), departmentId: v.optional(v.string()) })),
  state: v.picklist(['running', 'paused', 'cancelled', 'done']),
  /** Why it was paused by itself. */
  problem: v.optional(v.object({ key: v.string(), params: v.optional(params) })),
  total: v.number(),
  batches: v.number(),
  /** The first batch that is not worked off. */
  next: v.number(),
  sent: v.number(),
  failed: v.number(),
  uncertain: v.number(),
  /** Of a program's Idempotency-Key, and of what it asked for. */
  key: v.optional(v.string()),
  request: v.optional(v.string()),
  /** Phones of the request that were none, as they are told. */
  invalid: v.optional(v.array(v.string())),
});

const queuedSchema = v.object({ kind: v.literal('template-queued'), job: v.string(), number: v.string() });

/** A template that goes to several people, worked off a batch at a time. */
export type TemplateJob = v.InferOutput<typeof jobSchema>;
/** Some of the people of a job. */
export type TemplateBatch = v.InferOutput<typeof batchSchema>;
/** Somebody whom a job goes to. */
export type TemplatePerson = v.InferOutput<typeof personSchema>;
/** What became of a person's message when it was sent. Its statuses come later. */
export type PersonOutcome = v.InferOutput<typeof outcomeSchema>;
/** A job that is not over. */
export type QueuedJob = v.InferOutput<typeof queuedSchema>;

/** What is known of a job before it is stored. */
export type NewJob = Pick<
  TemplateJob,
  'number' | 'origin' | 'template' | 'components' | 'values' | 'sentBy' | 'target' | 'key' | 'request' | 'invalid'
>;

/** Stores a job with its people. It is queued last, so that what a crash leaves half stored is never begun. */
export async function storeJob(host: Host, job: NewJob, people: readonly TemplatePerson[]): Promise<TemplateJob> {
  const createdAt = Date.now();
  const id = randomUUID();
  const place = minute(createdAt);
  const batches = Math.ceil(people.length / BATCH);
  for (let at = 0; at < batches; at += 1) {
    const part = people.slice(at * BATCH, (at + 1) * BATCH);
    const batch: TemplateBatch = { kind: 'template-batch', job: id, at, minute: place, people: part };
    await host.persistence.createWithAssociations(toRecord(batch), placesOfBatch(batch));
  }
  const stored: TemplateJob = {
    ...job,
    kind: 'template-job',
    id,
    minute: place,
    createdAt,
    state: batches > 0 ? 'running' : 'done',
    total: people.length,
    batches,
    next: 0,
    sent: 0,
    failed: 0,
    uncertain: 0,
  };
  await host.persistence.createWithAssociations(toRecord(stored), placesOfJob(stored));
  if (batches > 0) {
    const queued: QueuedJob = { kind: 'template-queued', job: id, number: job.number };
    await host.persistence.createWithAssociations(toRecord(queued), [
      association('template-queue'),
      association('template-queued', id),
    ]);
  }
  return stored;
}

/** Puts a job in the place of what is stored of it. */
export async function saveJob(host: Host, job: TemplateJob): Promise<void> {
  await host.persistence.updateByAssociations(placesOfJob(job), toRecord(job));
}

export async function findJob(host: Host, id: string): Promise<TemplateJob | undefined> {
  return (await find(host, association('template-job', id), jobSchema))[0];
}

/** The newest job of a program's key. */
export async function findJobByKey(host: Host, key: string): Promise<TemplateJob | undefined> {
  const jobs = await find(host, association('template-key', key), jobSchema);
  return jobs.sort((a, b) => b.createdAt - a.createdAt)[0];
}

/** The jobs that are not over, of every number: one round trip. */
export async function findQueued(host: Host): Promise<QueuedJob[]> {
  return find(host, association('template-queue'), queuedSchema);
}

/** A job is over, or gone. */
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

/** Puts a batch in the place of what is stored of it. */
export async function saveBatch(host: Host, batch: TemplateBatch): Promise<void> {
  await host.persistence.updateByAssociations(placesOfBatch(batch), toRecord(batch));
}

/** What a key, or a request, is known again by; a program's own words are not kept. */
export function fingerprint(...texts: string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32);
}

async function find<Schema extends v.GenericSchema>(
  host: Host,
  by: RocketChatAssociationRecord,
  schema: Schema,
): Promise<v.InferOutput<Schema>[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(by);
  return records.flatMap((record) => {
    const parsed = v.safeParse(schema, record);
    return parsed.success ? [parsed.output] : [];
  });
}

/** Forgotten with the messages of its minute. */
function placesOfJob({ id, minute: when, key }: TemplateJob): RocketChatAssociationRecord[] {
  return [
    association('template-job', id),
    association('minute', when),
    ...(key === undefined ? [] : [association('template-key', key)]),
  ];
}

function placesOfBatch({ job, at, minute: when }: TemplateBatch): RocketChatAssociationRecord[] {
  return [
    association('template-batch', `${job} ${at}`),
    association('template-batches', job),
    association('minute', when),
  ];
}
