import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata/AppInterface';
import ts from 'typescript';
import { findAppClass } from './findAppClass';
import { interfaceOfMethod } from './interfaceOfMethod';
import { PackagingError } from './PackagingError';

const KNOWN = new Set<string>(Object.values(AppInterface));

/**
 * The events that Rocket.Chat shall tell the app: the engine's interfaces that the app class says it implements, sorted.
 * @throws PackagingError for an interface that the engine does not know, and for a handler method whose interface is not
 * named: Rocket.Chat would never call it, and nothing else would say so.
 */
export function readImplements(code: string): string[] {
  const source = ts.createSourceFile('App.ts', code, ts.ScriptTarget.ES2022, true);
  const appClass = findAppClass(source);
  const names = importedNames(source);
  const named = implementedTypes(appClass).map((name) => names.get(name) ?? name);
  const unknown = named.filter((name) => !KNOWN.has(name));
  if (unknown.length > 0) throw new PackagingError(`App.ts implements ${unknown.join(', ')}, unknown to the engine`);
  for (const method of methodNames(appClass)) {
    const needed = interfaceOfMethod(method);
    if (needed && !named.includes(needed)) {
      throw new PackagingError(
        `App.ts has ${method} but does not say "implements ${needed}": it would never be called`,
      );
    }
  }
  return [...new Set(named)].sort();
}

function implementedTypes(appClass: ts.ClassDeclaration): string[] {
  return (appClass.heritageClauses ?? [])
    .filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)
    .flatMap(({ types }) => types.map(({ expression }) => lastName(expression)));
}

function lastName(expression: ts.Expression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

function methodNames(appClass: ts.ClassDeclaration): string[] {
  return appClass.members.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
}

/** Local name → the name it was exported under, for `import { IPostMessageSent as Sent }`. */
function importedNames(source: ts.SourceFile): Map<string, string> {
  const names = new Map<string, string>();
  for (const statement of source.statements) {
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements) names.set(name.text, (propertyName ?? name).text);
  }
  return names;
}
