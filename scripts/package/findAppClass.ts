import ts from 'typescript';
import { PackagingError } from './PackagingError';

/**
 * The one class that `App.ts` exports. Rocket.Chat takes the first export of the bundle as the app, so there must be
 * exactly one export and it must be this class.
 * @throws PackagingError when there is none, or something else is exported beside it.
 */
export function findAppClass(source: ts.SourceFile): ts.ClassDeclaration {
  const exported = source.statements.filter(
    (statement) =>
      ts.isExportDeclaration(statement) ||
      ts.isExportAssignment(statement) ||
      (canExport(statement) && isValue(statement)),
  );
  const [only, other] = exported;
  if (!only || other || !ts.isClassDeclaration(only)) {
    throw new PackagingError('App.ts must export the app class and nothing else');
  }
  return only;
}

function canExport(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function isValue(statement: ts.Statement): boolean {
  return !ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement);
}
