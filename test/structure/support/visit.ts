import ts from 'typescript';

/** Calls `see` for a node and everything below it, in the order of the text. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}
