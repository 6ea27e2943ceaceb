import type { Inline } from '../../../../../src/handlers/whatsapp/markup/marks';
import { readWhatsAppLine } from '../../../../../src/handlers/whatsapp/markup/readWhatsAppLine';
import type { Run } from './mergeRuns';
import { mergeRuns } from './mergeRuns';

/** What a customer sees of one line, by our own reading of WhatsApp's rules. */
export function seenInWhatsApp(line: string): Run[] {
  return mergeRuns(readWhatsAppLine(line).flatMap((node) => flatten(node, [])));
}

function flatten(node: Inline, marks: string[]): Run[] {
  if (node.kind === 'mark') return node.children.flatMap((child) => flatten(child, [...marks, node.mark]));
  return [[node.text, [...marks, ...(node.kind === 'code' ? ['code'] : [])].sort().join('+')]];
}
