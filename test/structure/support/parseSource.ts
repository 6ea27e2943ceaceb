import ts from 'typescript';
import type { Source } from './Source';

/** The syntax tree of a file, with parents set; types are not resolved. */
export function parseSource({ path, text }: Source): ts.SourceFile {
  const kind = /x$/.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
}
