import { calledBy } from './calledBy';
import type { DynamicKeys } from './DynamicKeys';
import { expandPattern } from './expandPattern';
import type { KeyUse } from './findKeyUses';
import { fixedParts } from './fixedParts';
import type { Texts } from './Texts';

/**
 * The rule "the code and the texts know each other": every key that the code names is there and gets what it mentions,
 * every text is named by the code or belongs to a family of dynamicKeys.json, and every family has members.
 */
export function findUseFaults(uses: KeyUse[], english: Texts, dynamic: DynamicKeys): string[] {
  const names = [...new Set(Object.keys(english).map((key) => calledBy(key, english)))];
  const patterns = dynamic.patterns.flatMap(({ pattern }) => expandPattern(pattern));
  const families = patterns
    .filter((pattern) => pattern.includes('*'))
    .map((pattern) => ({ pattern, test: asRegExp(pattern) }));
  const listed = patterns
    .filter((pattern) => !pattern.includes('*'))
    .map((key) => ({ key, line: 'dynamicKeys.json', params: undefined }));
  const used = new Set([...uses, ...listed].map(({ key }) => key));
  return [
    ...[...uses, ...listed]
      .filter(({ key }) => !names.includes(key))
      .map(({ key, line }) => `${line}: there is no text ${key}`),
    ...uses.flatMap((use) => missingParams(use, english)),
    ...names
      .filter((name) => !used.has(name) && !families.some(({ test }) => test.test(name)))
      .map((name) => `${name} is not used`),
    ...families
      .filter(({ test }) => !names.some((name) => test.test(name)))
      .map(({ pattern }) => `dynamicKeys.json: ${pattern} has no member`),
    ...dynamic.calls
      .filter(({ prefix }) => !names.some((name) => name.startsWith(prefix)))
      .map((call) => `dynamicKeys.json: ${call.function} has no member`),
  ];
}

function missingParams({ key, line, params }: KeyUse, english: Texts): string[] {
  if (!params) return [];
  const text = english[key] ?? english[`${key}_other`] ?? '';
  return fixedParts(text)
    .placeholders.filter((name) => !name.startsWith('$t(') && !params.includes(name))
    .map((name) => `${line}: ${key} mentions {{${name}}}, which is not given`);
}

function asRegExp(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
