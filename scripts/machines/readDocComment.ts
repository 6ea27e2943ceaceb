import ts from 'typescript';

/** The doc comment of an exported constant, in one line; '' where it has none. */
export function readDocComment(text: string, name: string): string {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const statement = file.statements
    .filter(ts.isVariableStatement)
    .find(({ declarationList }) => declarationList.declarations.some((each) => each.name.getText(file) === name));
  const [comment] = statement ? ts.getJSDocCommentsAndTags(statement) : [];
  return (ts.getTextOfJSDocComment(comment?.comment) ?? '').replace(/\s+/g, ' ').trim();
}
