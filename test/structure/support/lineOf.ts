import type ts from 'typescript';

/** `path:line` of a node, as editors and terminals open it. */
export function lineOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
