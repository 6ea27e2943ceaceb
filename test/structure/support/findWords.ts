import ts from 'typescript';
import { lineOf } from './lineOf';
import { parseSource } from './parseSource';
import type { Source } from './Source';
import { visit } from './visit';

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
