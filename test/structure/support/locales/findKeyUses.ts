import ts from 'typescript';
import { lineOf } from '../lineOf';
import { parseSource } from '../parseSource';
import type { Source } from '../Source';
import { visit } from '../visit';
import type { DynamicKeys } from './DynamicKeys';

/** A place in the code that names a text. */
export interface KeyUse {
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
