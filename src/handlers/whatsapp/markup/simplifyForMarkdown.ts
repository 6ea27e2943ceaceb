import type { Signs } from './markdownSigns';
import type { Inline } from './marks';
import { marks } from './marks';

type Mark = Extract<Inline, { kind: 'mark' }>;

/**
 * Converts the parts of a line into forms that Rocket.Chat can show. Rocket.Chat reads neither escapes nor links inside
 * a mark. So a mark is split around the addresses in it, and a mark that contains its own character is written out as
 * text.
 */
export function simplifyForMarkdown(nodes: Inline[], signs: Signs): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.kind === 'code') return [node.text.includes('`') ? asText(node.at, `\`\`\`${node.text}\`\`\``) : node];
    if (node.kind !== 'mark') return [node];
    const children = simplifyForMarkdown(node.children, signs);
    return splitAtAddresses(children).flatMap((part, index, parts) =>
      part[0]?.kind === 'url'
        ? part
        : wrap(node, part, { signs, first: index === 0, last: index === parts.length - 1 }),
    );
  });
}

/** Marks the part again, if blanks separate it from the addresses beside it. */
function wrap(
  mark: Mark,
  part: Inline[],
  { signs, first, last }: { signs: Signs; first: boolean; last: boolean },
): Inline[] {
  const { before, inner, after } = trim(part);
  if (inner.length === 0 || (!first && !before) || (!last && !after)) return part;
  const sign = marks.find(({ name }) => name === mark.mark)?.rocketChat[0] ?? '';
  const isSafe = inner.every((node) => isSafeInside(node, sign, signs));
  const marked: Inline[] = isSafe
    ? [{ ...mark, children: inner }]
    : [asText(mark.at, sign), ...inner, asText(mark.at, sign)];
  return [asText(mark.at, before), ...marked, asText(mark.at, after)].filter(
    (node) => node.kind !== 'text' || node.text !== '',
  );
}

function splitAtAddresses(nodes: Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  for (const node of nodes) {
    if (node.kind === 'url') parts.push([node], []);
    else parts.at(-1)?.push(node);
  }
  return parts.filter((part, index) => part.length > 0 || index === 0);
}

function trim(part: Inline[]): { before: string; inner: Inline[]; after: string } {
  const [head, tail] = [part[0], part.at(-1)];
  const before = head?.kind === 'text' ? head.text.slice(0, head.text.length - head.text.trimStart().length) : '';
  // A part of only blanks counts as the blanks before.
  const rest = tail?.kind === 'text' && tail.text.trim() !== '' ? tail.text : '';
  const after = rest.slice(rest.trimEnd().length);
  const inner = part.map((node): Inline => {
    if (node.kind !== 'text') return node;
    const text = node.text.slice(node === head ? before.length : 0, node === tail && after ? -after.length : undefined);
    return { ...node, text };
  });
  return { before, inner: inner.filter((node) => node.kind !== 'text' || node.text !== ''), after };
}

function isSafeInside(node: Inline, sign: string, signs: Signs): boolean {
  if (node.kind === 'mark') return node.children.every((child) => isSafeInside(child, sign, signs));
  if (node.text.includes(sign)) return false;
  if (node.kind !== 'text') return true;
  return [...signs.paired].every(
    (other) =>
      !node.text.includes(other) ||
      (other === '_' && sign === '*' && node.text !== other && signs.areUnderscoresInNames),
  );
}

function asText(at: number, text: string): Inline {
  return { kind: 'text', at, text };
}
