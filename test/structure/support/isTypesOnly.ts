import ts from 'typescript';

/** Whether nothing of a file is left when the program runs: only types, and imports for them. */
export function isTypesOnly(file: ts.SourceFile): boolean {
  return file.statements.every(
    (statement) =>
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      (ts.isExportDeclaration(statement) && statement.isTypeOnly) ||
      (ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly === true),
  );
}
