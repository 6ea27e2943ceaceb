import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { isObject, textOf, wordOf } from '../../json';
import { missing, wrongParam } from '../../messages/checks';
import type { SendContext } from '../../messages/SendContext';

/** What the checks of a template's parts need to know about the whole. */
export interface SendScope {
  context: SendContext;
  named: boolean;
  authentication: boolean;
  /** Where we are in the request, e.g. `template['components']`. */
  path: string;
  /** Put before part names in details, e.g. `card 0: `. */
  where: string;
}

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

/** Named templates need `parameter_name` on each parameter, positional ones must not have it. */
export function checkNames(
  part: string,
  variables: string[],
  parameters: JsonObject[],
  { named, where }: SendScope,
): MetaRefusal | undefined {
  const names = parameters.map(({ parameter_name: name }) => textOf(name));
  const wrong = (details: string): MetaRefusal => ({ code: 132012, details: `${where}${part}: ${details}` });
  if (!named) {
    return names.some((name) => name !== undefined)
      ? wrong('Format mismatch, expected positional parameters, received parameter_name')
      : undefined;
  }
  if (names.some((name) => name === undefined)) return wrong('Parameter name is missing or empty');
  const absent = variables.find((variable) => !names.includes(variable));
  return absent === undefined ? undefined : wrong(`Parameter ${absent} is missing`);
}

/** The number of parameters of a part, in Meta's words. */
export function checkCount(part: string, sent: number, expected: number): MetaRefusal | undefined {
  if (sent === expected) return undefined;
  return {
    code: 132000,
    details: `${part}: number of localizable_params (${sent}) does not match the expected number of params (${expected})`,
  };
}
