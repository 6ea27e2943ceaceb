import ts from 'typescript';
import type { Source } from '../repository';
import { lineOf, parseSource, visit } from '../syntax';
import type { Texts } from './texts';
import { calledBy, fixedParts } from './texts';

/** `src/locales/dynamicKeys.json`: keys that do not stand in the code as a whole. */
export interface DynamicKeys {
  /** Functions whose first argument is a key without its beginning: `refused('notFound')` → `errors:notFound`. */
  calls: { function: string; prefix: string; reason: string }[];
  /**
   * Families put together at run time. Best is the list of their members, `connect:{apiKey,number}Hint`, because then a
   * missing one is noticed; where only the data knows them, `*` stands for anything: `errors:code.*`.
   */
  patterns: { pattern: string; reason: string }[];
}

/** All patterns that one with lists stands for: `a:{b,c}Hint` → `a:bHint`, `a:cHint`. */
function expandPattern(pattern: string): string[] {
  const [whole, before = '', list = '', after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(pattern) ?? [];
  if (whole === undefined) return [pattern];
  return list.split(',').flatMap((member) => expandPattern(`${before}${member.trim()}${after}`));
}

/** A place in the code that names a text. */
interface KeyUse {
  key: string;
  line: string;
  /** What is filled in, where it can be read from the code; undefined where it cannot. */
  params?: string[];
}

/**
 * Every text that the code names: literals `namespace:key`, the first argument of the functions that dynamicKeys.json
 * lists, and what Rocket.Chat itself translates (`i18nLabel: '…'`, `labelI18n: '…'`: namespace `app`).
 */
export function findKeyUses(sources: Source[], namespaces: string[], calls: DynamicKeys['calls']): KeyUse[] {
  const key = new RegExp(`^(${namespaces.join('|')}):[\\w.-]+$`);
  const prefixes = new Map(calls.map((call) => [call.function, call.prefix]));
  return sources.flatMap((source) => {
    const uses: KeyUse[] = [];
    visit(parseSource(source), (node) => {
      if (!ts.isStringLiteralLike(node)) return;
      const named = key.test(node.text) ? node.text : (prefixed(node, prefixes) ?? shownByRocketChat(node));
      if (named !== undefined) uses.push({ key: named, line: lineOf(node), params: paramsOf(node) });
    });
    return uses;
  });
}

function prefixed(node: ts.StringLiteralLike, prefixes: Map<string, string>): string | undefined {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== node) return undefined;
  const prefix = prefixes.get(call.expression.getText());
  return prefix === undefined ? undefined : `${prefix}${node.text}`;
}

function shownByRocketChat(node: ts.StringLiteralLike): string | undefined {
  const property = node.parent;
  if (!ts.isPropertyAssignment(property) && !ts.isPropertyDeclaration(property)) return undefined;
  return /^i18n[A-Z]|I18n$/.test(property.name.getText()) ? `app:${node.text}` : undefined;
}

/** Names of the parameters of `t('key', { … })`; none where nothing follows the key. */
function paramsOf(node: ts.StringLiteralLike): string[] | undefined {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== node || !/(^|\.)t$/.test(call.expression.getText()))
    return undefined;
  const params = call.arguments[1];
  if (!params) return [];
  if (!ts.isObjectLiteralExpression(params) || params.properties.some(ts.isSpreadAssignment)) return undefined;
  return params.properties.map((property) => property.name?.getText() ?? '');
}

/** A setting's definition, as far as it names texts. */
interface Definition {
  id: string;
  section?: string;
  i18nLabel: string;
  i18nDescription?: string;
  i18nPlaceholder?: string;
  values?: { i18nLabel: string }[];
}

/** The texts that Rocket.Chat's settings page takes from the app: namespace `app`, by the definitions themselves. */
export function settingKeys(definitions: readonly Definition[]): KeyUse[] {
  return definitions.flatMap(({ id, section, i18nLabel, i18nDescription, i18nPlaceholder, values = [] }) =>
    [section, i18nLabel, i18nDescription, i18nPlaceholder, ...values.map((value) => value.i18nLabel)]
      .filter((key) => key !== undefined)
      .map((key) => ({ key: `app:${key}`, line: `setting ${id}` })),
  );
}

/**
 * The rule "a key that is put together is declared": every template `namespace:…${…}` in the code has its pattern in
 * dynamicKeys.json, or stands in a function that is listed there.
 */
export function findUndeclaredKeys(sources: Source[], namespaces: string[], dynamic: DynamicKeys): string[] {
  const beginning = new RegExp(`^(${namespaces.join('|')}):`);
  const patterns = dynamic.patterns.flatMap(({ pattern }) => expandPattern(pattern));
  const functions = dynamic.calls.map((call) => call.function);
  return sources.flatMap((source) => {
    const findings: string[] = [];
    visit(parseSource(source), (node) => {
      if (!ts.isTemplateExpression(node) || !beginning.test(node.head.text)) return;
      const shape = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      const test = new RegExp(`^${shape.map((part) => part.replace(/[.+?^${}()|[\]\\*]/g, '\\$&')).join('.+')}$`);
      if (patterns.some((pattern) => test.test(pattern)) || functions.includes(functionAround(node))) return;
      findings.push(`${lineOf(node)}: declare ${shape.join('*')} in dynamicKeys.json`);
    });
    return findings;
  });
}

/** The name of the function that a node stands in; empty where it has none. */
function functionAround(node: ts.Node): string {
  for (let above = node.parent; !ts.isSourceFile(above); above = above.parent) {
    if (ts.isFunctionDeclaration(above)) return above.name?.text ?? '';
    if (ts.isVariableDeclaration(above)) return above.name.getText();
  }
  return '';
}

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
