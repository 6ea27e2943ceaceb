import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { isObject, textOf, wordOf } from '../../json';
import { missing, wrongParam } from '../../messages/checks';

const LAYOUT = /[\n\r\t]| {5,}/;

/** One `text`, `currency` or `date_time` parameter; its value stands in a line of the template. */
export function checkTextParameter(parameter: JsonObject, path: string): MetaRefusal | undefined {
  const type = wordOf(parameter.type ?? 'text').toLowerCase();
  if (type === 'currency' || type === 'date_time') {
    const value = parameter[type];
    const isFilled = isObject(value) && textOf(value.fallback_value) !== undefined;
    return isFilled ? undefined : missing(`${path}['${type}']['fallback_value']`);
  }
  if (type !== 'text') {
    return wrongParam(
      `${path}['type']`,
      `must be one of {CURRENCY, DATE_TIME, TEXT} - got "${String(parameter.type)}".`,
    );
  }
  if (parameter.text === undefined || parameter.text === '')
    return { code: 131008, details: `${path}['text'] is required` };
  if (typeof parameter.text !== 'string') return wrongParam(`${path}['text']`, 'must be a string.');
  if (!LAYOUT.test(parameter.text)) return undefined;
  return {
    code: 132018,
    details: 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
  };
}
