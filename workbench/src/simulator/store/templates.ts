import type { JsonObject } from '../json';
import type { SimulatorDatabase } from './readDocument';
import { readDocument, readDocuments } from './readDocument';

/** Message templates, one record a name and language. */
export interface TemplatesCollection {
  all(): TemplateRecord[];
  byName(name: string): TemplateRecord[];
  /** By 360dialog's or by Meta's id. */
  byId(id: string): TemplateRecord | undefined;
  save(template: TemplateRecord): void;
  remove(id: string): void;
}

export function openTemplates(database: SimulatorDatabase): TemplatesCollection {
  database.exec(
    `CREATE TABLE IF NOT EXISTS templates
       (id TEXT PRIMARY KEY, external_id TEXT UNIQUE NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL,
        doc TEXT NOT NULL, UNIQUE (name, language))`,
  );
  const selectAll = database.prepare('SELECT doc FROM templates ORDER BY name, language');
  const selectName = database.prepare('SELECT doc FROM templates WHERE name = ? ORDER BY language');
  const selectId = database.prepare('SELECT doc FROM templates WHERE id = ? OR external_id = ?');
  const upsert = database.prepare(
    `INSERT INTO templates (id, external_id, name, language, doc) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, language = excluded.language, doc = excluded.doc`,
  );
  const remove = database.prepare('DELETE FROM templates WHERE id = ?');
  return {
    all: () => readDocuments<TemplateRecord>(selectAll.all()),
    byName: (name) => readDocuments<TemplateRecord>(selectName.all(name)),
    byId: (id) => readDocument<TemplateRecord>(selectId.get(id, id)),
    save: (template) =>
      void upsert.run(template.id, template.externalId, template.name, template.language, JSON.stringify(template)),
    remove: (id) => void remove.run(id),
  };
}

export type TemplateStatus =
  'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED' | 'IN_APPEAL' | 'PENDING_DELETION' | 'ARCHIVED';

/** A message template in one language; both template APIs read and write these. */
export interface TemplateRecord {
  /** 360dialog's own 22-character id, as the legacy API gives it. */
  id: string;
  /** Meta's id, digits. */
  externalId: string;
  wabaId: string;
  name: string;
  language: string;
  category: string;
  subCategory?: string;
  status: TemplateStatus;
  parameterFormat: 'POSITIONAL' | 'NAMED';
  components: JsonObject[];
  /** `NONE` or Meta's reason. */
  rejectedReason: string;
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
  /** How often it was paused for low quality: 3 h, then 6 h, then disabled. */
  pauses: number;
  createdAt: number;
  modifiedAt: number;
}
