import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import type { Who } from '../../src/handlers/omnichannel/roles';
import { readDocComment } from '../machines/readDocComment';
import { drawTable } from './drawTable';

const folder = resolve(__dirname, '../../src/handlers/entry/interactions');

/** Who may do something, in words. */
export const whoMay: Readonly<Record<Who, string>> = {
  admin: 'administrators',
  agent: 'agents and administrators',
  'list-sender': 'agents and administrators with a role that the setting `bulk_roles` names',
  everybody: 'everybody',
};

/** The tables of buttons, as the code has them: which buttons there are, who may press each, and what is looked up for them. */
export function drawActions(): string {
  const sources = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const rows = sources.flatMap(readRows);
  const checks = [...new Set(rows.map(({ check }) => check))].sort();
  const buttonsOf = (who: string, check: string) =>
    rows.filter((row) => row.who === who && row.check === check).map(({ name }) => `\`${name}\``);
  const table = checks.flatMap((check) =>
    Object.entries(whoMay)
      .map(([who, words]) => [buttonsOf(who, check).join(', '), words, `\`${check}\``])
      .filter(([buttons]) => buttons !== ''),
  );
  const list = checks.map((check) => `- \`${check}\`: ${docOf(check, sources)}`);
  return `${drawTable(['buttons', 'who may press them', 'check'], table)}\n\n${list.join('\n')}`;
}

/** @throws an Error for a check without a doc comment: nobody could tell what it looks at */
function docOf(check: string, sources: readonly string[]): string {
  const doc = sources.map((text) => readDocComment(text, check)).find(Boolean);
  if (doc === undefined) throw new Error(`the check ${check} has no doc comment`);
  return doc;
}

interface Row {
  name: string;
  who: string;
  check: string;
}

/** The rows of the tables in a file: properties that hold `action({ who, checks, run })`. */
function readRows(text: string): Row[] {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const rows: Row[] = [];
  const visit = (node: ts.Node, name: string): void => {
    const own = ts.isPropertyAssignment(node) ? node.name.getText(file).replaceAll("'", '') : name;
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'action') {
      rows.push({ name, ...readParts(node, file) });
      return;
    }
    ts.forEachChild(node, (child) => visit(child, own));
  };
  visit(file, '');
  return rows;
}

function readParts(call: ts.CallExpression, file: ts.SourceFile): Omit<Row, 'name'> {
  const [parts] = call.arguments;
  const part = (wanted: string) =>
    parts && ts.isObjectLiteralExpression(parts)
      ? parts.properties.filter(ts.isPropertyAssignment).find(({ name }) => name.getText(file) === wanted)?.initializer
      : undefined;
  const checks = part('checks');
  const check = checks && ts.isCallExpression(checks) ? checks.expression : checks;
  return { who: part('who')?.getText(file).replaceAll("'", '') ?? '', check: check?.getText(file) ?? '' };
}
