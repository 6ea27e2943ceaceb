import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { textOf } from '../../json';
import { lengthOf } from '../../messages/checks';
import { variablesOf } from '../variablesOf';
import { definitionRefusal } from './definitionRefusal';
import { hasExample } from './hasExample';

/** The body: 1 to 1024 characters, an example for its variables, none of them first or last. */
export function checkBodyText(body: JsonObject): MetaRefusal | undefined {
  const text = textOf(body.text) ?? '';
  const length = lengthOf(text);
  if (length < 1 || length > 1024) {
    return definitionRefusal(2388040, 'Body too long', 'The body must have 1 to 1024 characters.');
  }
  const variables = variablesOf(text);
  if (variables.length === 0) return undefined;
  if (/^\s*\{\{|\}\}\s*$/.test(text)) {
    return definitionRefusal(
      2388299,
      'Leading or trailing variables',
      'Variables cannot be at the start or end of the template.',
    );
  }
  if (text.length < variables.length * 6) {
    return definitionRefusal(2388293, 'Too many variables', 'This template has too many variables for its length.');
  }
  if (hasExample(body, 'body')) return undefined;
  return definitionRefusal(2388043, 'Body example is missing', 'Every variable of the body needs an example value.');
}
