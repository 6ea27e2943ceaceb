import { metaError } from '../../errors/metaError';
import { createTemplate } from '../../templates/lifecycle/createTemplate';
import { legacyTemplate } from '../../templates/legacyTemplate';
import type { Endpoint } from '../Endpoint';
import { legacyGone } from './legacyGone';

/** `POST /v1/configs/templates` → 201 with the record. */
export const createLegacyTemplate: Endpoint = (simulator, { number, body }) => {
  if (simulator.switches.current().legacyTemplates === 'gone') return legacyGone;
  const template = createTemplate(simulator, number, body);
  if ('code' in template) return metaError(template);
  return { status: 201, json: legacyTemplate(template, simulator.switches.current()) };
};
