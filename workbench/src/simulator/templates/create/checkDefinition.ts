import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { listOf } from '../../json';
import { checkText, firstRefusal, missing, wrongParam } from '../../messages/checks';
import { checkParts } from './checkParts';

const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];

/** A template that somebody wants to create: `{name, language, category, components, parameter_format?}` */
export function checkDefinition(body: JsonObject): MetaRefusal | undefined {
  return firstRefusal(
    () => checkText(body.name, 'name', { max: 512 }),
    () =>
      /^[a-z0-9_]+$/.test(String(body.name))
        ? undefined
        : wrongParam('name', 'can only have lowercase letters, numbers and underscores.'),
    () => checkText(body.language, 'language', { max: 20 }),
    () =>
      /^[a-z]{2,3}(_[A-Z]{2,4})?$/.test(String(body.language))
        ? undefined
        : wrongParam('language', `must be a supported language - got "${String(body.language)}".`),
    () =>
      CATEGORIES.includes(String(body.category).toUpperCase())
        ? undefined
        : wrongParam('category', `must be one of {${CATEGORIES.join(', ')}} - got "${String(body.category)}".`),
    () => (Array.isArray(body.components) ? undefined : missing('components')),
    () => checkParts(listOf(body.components), String(body.category).toUpperCase() === 'AUTHENTICATION'),
  );
}
