import * as v from 'valibot';
import type { TemplateList } from './TemplateList';
import { templateSchema } from './templateSchema';

/** Reads records one by one, so that a bad one costs only itself. */
export function parseTemplates(records: readonly unknown[]): TemplateList {
  const templates = records.flatMap((record) => {
    const parsed = v.safeParse(templateSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
  return { templates, skipped: records.length - templates.length };
}
