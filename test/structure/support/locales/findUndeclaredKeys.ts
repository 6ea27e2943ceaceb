import ts from 'typescript';
import { lineOf } from '../lineOf';
import { parseSource } from '../parseSource';
import type { Source } from '../Source';
import { visit } from '../visit';
import type { DynamicKeys } from './DynamicKeys';
import { expandPattern } from './expandPattern';

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
