import { posix } from 'node:path';
import ts from 'typescript';
import { lineOf, parseSource, visit } from './syntax';
import type { Source } from './repository';

/** Who may import from where, by folder or file. The first entry whose `from` holds a file decides. */
export interface Boundary {
  from: string;
  /** Places whose code may be used. */
  to: string[];
  /** Places whose types may be used besides. */
  typesOf?: string[];
}

/** The rule "the parts know only whom they may know" (docs/architecture.md), for imports by relative path. */
export function findForeignImports(sources: Source[], boundaries: Boundary[]): string[] {
  return sources.flatMap((source) => {
    const boundary = boundaries.find(({ from }) => holds(from, source.path));
    if (!boundary) return [];
    return importsOf(parseSource(source))
      .map((found) => ({ ...found, place: posix.join(posix.dirname(source.path), found.specifier) }))
      .filter(({ place, typeOnly }) => {
        const allowed = typeOnly ? [...boundary.to, ...(boundary.typesOf ?? [])] : boundary.to;
        return !allowed.some((folder) => holds(folder, place));
      })
      .map(({ node, place }) => `${lineOf(node)}: ${boundary.from} must not import ${place}`);
  });
}

interface Import {
  specifier: string;
  typeOnly: boolean;
  node: ts.Node;
}

function importsOf(file: ts.SourceFile): Import[] {
  const found: Import[] = [];
  visit(file, (node) => {
    const specifier = specifierOf(node);
    if (!specifier?.startsWith('.')) return;
    const typeOnly = ts.isImportDeclaration(node) && node.importClause?.isTypeOnly === true;
    found.push({ specifier, typeOnly, node });
  });
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  const place = ts.isImportDeclaration(node)
    ? node.moduleSpecifier
    : ts.isCallExpression(node) && /^(import|require)$/.test(node.expression.getText())
      ? node.arguments[0]
      : undefined;
  return place && ts.isStringLiteral(place) ? place.text : undefined;
}

function holds(place: string, path: string): boolean {
  return path === place || path === place.replace(/\.tsx?$/, '') || path.startsWith(`${place}/`);
}
