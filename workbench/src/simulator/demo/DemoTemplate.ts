import type { TemplateRecord } from '../store/templates';

/** A template of the first start; what is not said is as for a fresh approved one. */
export type DemoTemplate = Pick<TemplateRecord, 'name' | 'language' | 'category' | 'components'> &
  Partial<Pick<TemplateRecord, 'status' | 'parameterFormat' | 'rejectedReason' | 'quality' | 'pauses'>>;
