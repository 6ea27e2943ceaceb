import ts from 'typescript';
import type { Source } from './repository';
import { lineOf, parseSource, visit } from './syntax';

/** Two words in a row, as people read them. */
const WORDS = /\p{L}{2,}[,;:.!?]?\s+\p{L}{2,}/u;
/** Parts of UIKit objects and of messages that are shown as they stand. */
const SHOWN = /^(text|title|label|placeholder|hint|alt|altText|alias|description|successMessage)$/;
const TRANSLATION_KEY = /^[\w-]+:[\w.-]+$/;

/**
 * The rule "words that people read live in `src/locales` only": literals that read like language, and any letters in a
 * part of a screen that is shown as it stands. What is for logs (`new Error('…')`, `logger.warn('…')`) is written in place.
 */
export function findWords(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const findings: string[] = [];
    visit(parseSource(source), (node) => {
      const text = literalText(node);
      if (text === undefined || TRANSLATION_KEY.test(text) || isForLogs(node)) return;
      if (WORDS.test(text) || (/\p{L}{2,}/u.test(text) && isShown(node)))
        findings.push(`${lineOf(node)}: "${text.trim()}"`);
    });
    return findings;
  });
}

function literalText(node: ts.Node): string | undefined {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
    ? node.text
    : undefined;
}

function isShown(node: ts.Node): boolean {
  const holder = ts.isTemplateExpression(node.parent) ? node.parent.parent : node.parent;
  return ts.isPropertyAssignment(holder) && SHOWN.test(holder.name.getText());
}

function isForLogs(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node.parent) || ts.isLiteralTypeNode(node.parent)) return true;
  for (let above = node.parent; !ts.isSourceFile(above); above = above.parent) {
    if (ts.isNewExpression(above) && /Error$/.test(above.expression.getText())) return true;
    if (ts.isCallExpression(above) && /\blogger\.\w+$/.test(above.expression.getText())) return true;
    if (ts.isStatement(above)) return false;
  }
  return false;
}

/** Marks of unfinished work. Written in parts, so that this file is not a finding of its own. */
const MARK = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);

/** The rule "nothing is left for later in the code": what is open is an issue. */
export function findMarks(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (MARK.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

/** Entry folders of `src/handlers` and their tables. Listeners are methods that the engine knows by name: `App.ts` lists them. */
const TABLES: Record<string, string> = {
  'entry/commands': 'src/handlers/entry/commands/subcommands.ts',
  'entry/endpoints': 'src/handlers/entry/endpoints/endpoints.ts',
  'entry/interactions': 'src/handlers/entry/interactions/blockActions.ts',
  'entry/jobs': 'src/handlers/entry/jobs/jobs.ts',
  'entry/listeners': 'App.ts',
  'core/settings': 'src/handlers/core/settings/settings.ts',
};

/**
 * The rule "every entry folder of `src/handlers` has its table", `id → handler`, by which a reader finds everything that
 * Rocket.Chat can call.
 */
export function findMissingTables(paths: string[]): string[] {
  return Object.entries(TABLES)
    .filter(([name, table]) => paths.some((path) => path.startsWith(`src/handlers/${name}/`)) && !paths.includes(table))
    .map(([name, table]) => `src/handlers/${name}/ has no ${table}`);
}
