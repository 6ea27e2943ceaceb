import type { MetaRefusal } from '../../errors/metaError';
import { isObject } from '../../json';
import { checkEach, missing, wrongParam } from '../../messages/checks';

const TYPES = [
  'header',
  'body',
  'footer',
  'button',
  'carousel',
  'limited_time_offer',
  'tap_target_configuration',
  'order_status',
];

/** The components of a send, whatever template they are for: an array of objects with a known `type`. */
export function checkSentShape(components: unknown, path = "template['components']"): MetaRefusal | undefined {
  if (components === undefined || components === null) return undefined;
  if (!Array.isArray(components)) return wrongParam(path, 'must be an array.');
  return checkEach(components, (component: unknown, index) => {
    const at = `${path}[${index}]`;
    if (!isObject(component)) return wrongParam(at, 'must be a JSON object.');
    if (typeof component.type !== 'string') return missing(`${at}['type']`);
    if (!TYPES.includes(component.type.toLowerCase())) {
      const names = TYPES.map((name) => name.toUpperCase()).join(', ');
      return wrongParam(`${at}['type']`, `must be one of {${names}} - got "${component.type}".`);
    }
    if (component.parameters !== undefined && !Array.isArray(component.parameters)) {
      return wrongParam(`${at}['parameters']`, 'must be an array.');
    }
    if (component.type.toLowerCase() !== 'button') return undefined;
    if (component.index === undefined) return missing(`${at}['index']`);
    return typeof component.sub_type === 'string' ? undefined : missing(`${at}['sub_type']`);
  });
}
