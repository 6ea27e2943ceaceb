import type { JsonObject } from '../json/JsonObject';

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
