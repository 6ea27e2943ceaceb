import { createHash, randomUUID } from 'crypto';
import type { LRU } from 'tiny-lru';
import * as v from 'valibot';
import type { Problem } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';
import type { Template } from '../../dialog360/parseTemplates';
import type { TemplateDefinition } from '../../whatsapp/templateDefinition';
import { readDefinition } from '../../whatsapp/templateDefinition';

/**
 * A number's templates are stored as one list of rows, for browsing and search, and as pieces that hold the whole
 * templates. The name of a template determines its piece, so one read finds it, however many templates there are.
 */

declare module '../../core/Host' {
  interface Memory {
    /** The lists of templates that were read last, by the digits of our numbers; each is valid while its stamp is. */
    readonly templateLists: LRU<StoredTemplates>;
  }
}

/**
 * More than an account can have (Meta: 6,000). Further templates, which only a wrong address could list, are dropped.
 */
const MOST_TEMPLATES = 10_000;

/** 6,000 templates make pieces of about 100 kB. Changing this makes what is stored unreadable: raise VERSION too. */
const PIECES = 64;

/** The version of the stored form. A list of another version counts as never read, and the job reads it again within a minute. */
const VERSION = 2;

const rowSchema = v.object({
  /** Meta's id, which webhooks use, if the API gives it. */
  id: v.optional(v.string()),
  name: v.string(),
  /** For instance `en_US`. Each language of a name is a separate template. */
  language: v.string(),
  /** In capitals: APPROVED, PENDING, REJECTED, PAUSED … */
  status: v.string(),
  category: v.optional(v.string()),
  /** GREEN, YELLOW, RED or UNKNOWN. */
  quality: v.optional(v.string()),
  /** A fingerprint of the template at the last refresh. A different one means that the template changed. */
  hash: v.string(),
});

const listSchema = v.object({
  kind: v.literal('templates'),
  version: v.literal(VERSION),
  /** The digits of our number. */
  number: v.string(),
  /** Made anew with each change; a record of its own names the latest one. Absent in lists of earlier versions of the app. */
  stamp: v.optional(v.string()),
  /** When the stored list was requested from 360dialog, epoch milliseconds; absent before the first answer. */
  readAt: v.optional(v.number()),
  templates: v.array(rowSchema),
  /** When the last attempt failed, and the sentence that says why; absent after a success. */
  failure: v.optional(
    v.object({
      at: v.number(),
      key: v.string(),
      params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
    }),
  ),
});

const stampSchema = v.object({ kind: v.literal('template-stamp'), stamp: v.string() });

const templateSchema = v.object({
  id: v.optional(v.string()),
  name: v.string(),
  language: v.string(),
  status: v.string(),
  category: v.optional(v.string()),
  parameterFormat: v.optional(v.string()),
  rejectedReason: v.optional(v.string()),
  quality: v.optional(v.string()),
  namespace: v.optional(v.string()),
  components: v.array(v.looseObject({ type: v.string() })),
});

const pieceSchema = v.object({
  kind: v.literal('template-piece'),
  storedAt: v.number(),
  templates: v.array(templateSchema),
});

/** One row of the list: what identifies a template, and whether it can be sent. */
export type TemplateRow = v.InferOutput<typeof rowSchema>;

/** The templates of a number's account as 360dialog last listed them. */
export type StoredTemplates = v.InferOutput<typeof listSchema>;

/** A whole template with its parsed parts. */
export type CachedTemplate = v.InferOutput<typeof templateSchema> & { definition: TemplateDefinition };

/** The differences from the earlier list. */
export interface TemplateChanges {
  added: number;
  changed: number;
  gone: number;
}

/**
 * The stored templates of a number; undefined if they were never read. A small record tells whether the list has
 * changed since this process read it. Only then the whole list is read in a second round trip, because a list of 6,000
 * templates takes too long for a step of the wizard.
 */
export async function findTemplates(host: Host, digits: string): Promise<StoredTemplates | undefined> {
  const [record] = await host.read.getPersistenceReader().readByAssociation(association('template-stamp', digits));
  const parsed = v.safeParse(stampSchema, record);
  const stamp = parsed.success ? parsed.output.stamp : undefined;
  const known = host.memory.templateLists.get(digits);
  if (known && known.stamp === stamp) {
    return known;
  }
  const list = await readList(host, digits);
  // The stamp is stored before its list, so a list of another stamp may be older than what will stand there soon.
  if (list?.stamp !== undefined && list.stamp === stamp) {
    host.memory.templateLists.set(digits, list);
  }
  return list;
}

async function readList(host: Host, digits: string): Promise<StoredTemplates | undefined> {
  const [record] = await host.read.getPersistenceReader().readByAssociation(association('templates', digits));
  const parsed = v.safeParse(listSchema, record);
  return parsed.success ? parsed.output : undefined;
}

/**
 * One template of a number from the last refresh; undefined when it is unknown. `pt-BR` and `pt_br` find `pt_BR`. One
 * round trip.
 */
export async function findTemplate(
  host: Host,
  digits: string,
  name: string,
  language: string,
): Promise<CachedTemplate | undefined> {
  const languages = await findTemplateLanguages(host, digits, name);
  return (
    languages.find((each) => each.language === language) ??
    languages.find((each) => sameLanguage(each.language, language))
  );
}

/** A template in all its languages, in the order of the list. One round trip. */
export async function findTemplateLanguages(host: Host, digits: string, name: string): Promise<CachedTemplate[]> {
  const templates = await readPiece(host, digits, pieceOf(name));
  return templates.filter((each) => each.name === name).map((each) => ({ ...each, definition: readDefinition(each) }));
}

/** All templates of a number with their parts: one round trip, which may carry much data. */
export async function findAllTemplates(host: Host, digits: string): Promise<CachedTemplate[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('template-pieces', digits));
  const all = readPieces(records).flatMap(({ templates }) => templates);
  // Two instances that store a piece for the first time at the same moment create two; the one stored last counts.
  const each = new Map(all.map((template) => [`${template.name} ${template.language}`, template]));
  return [...each.values()].map((template) => ({ ...template, definition: readDefinition(template) }));
}

/** The part of a template that a journey stores. */
export function keepTemplate({ definition: _, ...template }: CachedTemplate): object {
  return template;
}

/** Restores a template that a journey stored; undefined when the value is not a template of this version of the app. */
export function readKeptTemplate(kept: unknown): CachedTemplate | undefined {
  const parsed = v.safeParse(templateSchema, kept);
  return parsed.success ? { ...parsed.output, definition: readDefinition(parsed.output) } : undefined;
}

/** Replaces the stored list by 360dialog's, and returns the differences. */
export async function saveTemplates(
  host: Host,
  { number, readAt, templates: all }: { number: string; readAt: number; templates: readonly Template[] },
): Promise<TemplateChanges> {
  const templates = all.slice(0, MOST_TEMPLATES);
  const known = (await readList(host, number))?.templates ?? [];
  const pieces = groupBy(templates, ({ name }) => pieceOf(name));
  for (const [piece, part] of pieces) {
    await savePiece(host, number, piece, part);
  }
  const rows = templates.map(rowOf);
  // Stored last, so that it never names a template without a stored piece.
  await saveList(host, { number, readAt, templates: rows });
  for (const piece of new Set(known.map(({ name }) => pieceOf(name)))) {
    if (!pieces.has(piece)) {
      await host.persistence.removeByAssociations(pieceAssociations(number, piece));
    }
  }
  return compare(known, rows);
}

/** Called when an attempt failed: keeps the old list and stores the reason beside it. */
export async function noteTemplatesFailure(
  host: Host,
  number: string,
  failure: Problem & { at: number },
): Promise<void> {
  const known = await readList(host, number);
  await saveList(host, { number, readAt: known?.readAt, templates: known?.templates ?? [], failure });
}

/** Changes single templates after news from WhatsApp, before the list is read again. Unknown templates stay unknown. */
export async function changeTemplate(
  host: Host,
  number: string,
  isIt: (row: TemplateRow) => boolean,
  changes: Partial<Pick<Template, 'status' | 'category' | 'quality'>>,
): Promise<void> {
  const known = await readList(host, number);
  const rows = known?.templates.filter(isIt) ?? [];
  for (const row of rows) {
    const piece = pieceOf(row.name);
    const templates = await readPiece(host, number, piece);
    const isRow = ({ name, language }: Template) => name === row.name && language === row.language;
    await savePiece(
      host,
      number,
      piece,
      templates.map((each) => (isRow(each) ? { ...each, ...changes } : each)),
    );
  }
  if (known && rows.length > 0) {
    await saveList(host, {
      ...known,
      templates: known.templates.map((row) => (isIt(row) ? { ...row, ...changes } : row)),
    });
  }
}

/** Deletes the templates of a number. */
export async function removeTemplates(host: Host, digits: string): Promise<void> {
  host.memory.templateLists.delete(digits);
  await host.persistence.removeByAssociation(association('template-stamp', digits));
  await host.persistence.removeByAssociation(association('templates', digits));
  await host.persistence.removeByAssociation(association('template-pieces', digits));
}

async function saveList(host: Host, list: Omit<StoredTemplates, 'kind' | 'version' | 'stamp'>): Promise<void> {
  const stamp = randomUUID();
  const latest = toRecord({ kind: 'template-stamp', stamp });
  await host.persistence.updateByAssociations([association('template-stamp', list.number)], latest, true);
  await host.persistence.updateByAssociations(
    [association('templates', list.number)],
    toRecord({ ...list, stamp, kind: 'templates', version: VERSION }),
    true,
  );
}

async function savePiece(host: Host, number: string, piece: number, templates: readonly Template[]): Promise<void> {
  const record = toRecord({ kind: 'template-piece', storedAt: Date.now(), templates });
  await host.persistence.updateByAssociations(pieceAssociations(number, piece), record, true);
}

async function readPiece(host: Host, digits: string, piece: number): Promise<v.InferOutput<typeof templateSchema>[]> {
  const records = await host.read
    .getPersistenceReader()
    .readByAssociation(association('template-piece', `${digits}.${piece}`));
  // Two instances that store a piece for the first time at once make two of it; the one stored last counts.
  return readPieces(records).at(-1)?.templates ?? [];
}

/** Sorted with the one that was stored last at the end. */
function readPieces(records: readonly unknown[]): v.InferOutput<typeof pieceSchema>[] {
  const pieces = records.flatMap((record) => {
    const parsed = v.safeParse(pieceSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
  return pieces.sort((a, b) => a.storedAt - b.storedAt);
}

function pieceAssociations(number: string, piece: number) {
  return [association('template-piece', `${number}.${piece}`), association('template-pieces', number)];
}

function pieceOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % PIECES;
}

function rowOf(template: Template): TemplateRow {
  const { id, name, language, status, category, quality } = template;
  // The address of a header's sample file expires, so another address is not a change.
  const kept = JSON.stringify(template, (key, value: unknown) => (key === 'header_handle' ? undefined : value));
  const hash = createHash('sha256').update(kept).digest('hex').slice(0, 12);
  return { id, name, language, status, category, quality, hash };
}

function compare(before: readonly TemplateRow[], after: readonly TemplateRow[]): TemplateChanges {
  const keyOf = ({ name, language }: TemplateRow) => `${name} ${language}`;
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const now = new Map(after.map((row) => [keyOf(row), row]));
  const stayed = [...now].flatMap(([key, row]) => {
    const old = known.get(key);
    return old ? [{ old, row }] : [];
  });
  return {
    added: now.size - stayed.length,
    changed: stayed.filter(({ old, row }) => old.hash !== row.hash).length,
    gone: known.size - stayed.length,
  };
}

function sameLanguage(one: string, other: string): boolean {
  const plain = (tag: string) => tag.toLowerCase().replace('-', '_');
  return plain(one) === plain(other);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
