import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';

/** The number of templates per person whose last values are kept. */
const MOST = 20;

const useSchema = v.object({
  number: v.string(),
  name: v.string(),
  language: v.string(),
  at: v.number(),
  /** The values, by the parts of the inputs. */
  values: v.record(v.string(), v.string()),
});

const usesSchema = v.object({ kind: v.literal('template-uses'), uses: v.array(useSchema) });

/** A person's last use of a template. */
export type TemplateUse = v.InferOutput<typeof useSchema>;

/** The templates that a person sent recently, the latest first, with one entry for each template and language. */
export async function readTemplateUses(host: Host, userId: string): Promise<TemplateUse[]> {
  const [record] = await host.read.getPersistenceReader().readByAssociation(association('template-uses', userId));
  const parsed = v.safeParse(usesSchema, record);
  return parsed.success ? parsed.output.uses : [];
}

/** Records that a person sent a template. */
export async function noteTemplateUse(host: Host, userId: string, use: TemplateUse): Promise<void> {
  const before = await readTemplateUses(host, userId);
  const others = before.filter(
    ({ number, name, language }) => number !== use.number || name !== use.name || language !== use.language,
  );
  const record = toRecord({ kind: 'template-uses', uses: [use, ...others].slice(0, MOST) });
  await host.persistence.updateByAssociations([association('template-uses', userId)], record, true);
}
