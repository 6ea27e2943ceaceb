import ts from 'typescript';

/** Names of the types that a file declares and exports. */
export function typeExports(file: ts.SourceFile): string[] {
  return file.statements
    .filter((statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    .filter((statement) => statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .map((statement) => statement.name.text);
}
