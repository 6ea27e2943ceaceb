import * as v from 'valibot';
import type { Host } from '../Host';
import { association } from './association';
import { toRecord } from './toRecord';

/** More than an account can have (Meta: 6,000); what a wrong address would list beyond it is left out. */
const MOST_TEMPLATES = 10_000;

const templateSchema = v.object({
  id: v.optional(v.string()),
  name: v.string(),
  /** For instance `en_US`; every language of a name is a template of its own. */
  language: v.string(),
  /** In capitals: APPROVED, PENDING, REJECTED, PAUSED … */
  status: v.string(),
  category: v.optional(v.string()),
});

const templatesSchema = v.object({
  kind: v.literal('templates'),
  /** The digits of our number. */
  number: v.string(),
  /** When 360dialog was asked for what is stored, epoch milliseconds; absent while no answer came. */
  readAt: v.optional(v.number()),
  templates: v.array(templateSchema),
  /** The last attempt, where it failed: when, and the sentence that says why. */
  failure: v.optional(
    v.object({
      at: v.number(),
      key: v.string(),
      params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
    }),
  ),
});

/**
 * The templates of a number's account as 360dialog listed them last. Only what tells them apart and whether they may be
 * sent: with their texts, thousands of them would be as large as all the rest that the app stores.
 */
export type StoredTemplates = v.InferOutput<typeof templatesSchema>;

/** What is known of a number's templates; undefined where nobody has asked yet. */
export async function findTemplates(host: Host, digits: string): Promise<StoredTemplates | undefined> {
  const [record] = await host.read.getPersistenceReader().readByAssociation(association('templates', digits));
  const parsed = v.safeParse(templatesSchema, record);
  return parsed.success ? parsed.output : undefined;
}

/** Stores what is known, in place of what was known before. */
export async function saveTemplates(host: Host, stored: Omit<StoredTemplates, 'kind'>): Promise<void> {
  const templates = stored.templates
    .slice(0, MOST_TEMPLATES)
    .map(({ id, name, language, status, category }) => ({ id, name, language, status, category }));
  await host.persistence.updateByAssociations(
    [association('templates', stored.number)],
    toRecord({ ...stored, kind: 'templates', templates }),
    true,
  );
}

/** Forgets them. */
export async function removeTemplates(host: Host, digits: string): Promise<void> {
  await host.persistence.removeByAssociation(association('templates', digits));
}
