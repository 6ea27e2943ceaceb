import ts from 'typescript';
import type { Source } from './repository';

/** The syntax tree of a file, with parents set; types are not resolved. */
export function parseSource({ path, text }: Source): ts.SourceFile {
  const kind = /x$/.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
}

/** Calls `see` for a node and everything below it, in the order of the text. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** `path:line` of a node, as editors and terminals open it. */
export function lineOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
