import ts from 'typescript';
import { lineOf } from './lineOf';
import { parseSource } from './parseSource';
import type { Source } from './Source';

/** The rule "no barrel files": no `index.ts`, and nothing is exported from where it is not written. */
export function findBarrels(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const passedOn = parseSource(source)
      .statements.filter((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier)
      .map((statement) => `${lineOf(statement)}: passes on what another file exports`);
    return /\/index\.tsx?$/.test(source.path)
      ? [`${source.path}: name the file like what it holds`, ...passedOn]
      : passedOn;
  });
}
