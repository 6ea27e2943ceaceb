import { breakMentions } from './breakMentions';
import { escapeText } from './escapeText';
import type { Inline } from './Inline';
import { invisible } from './invisible';
import { marks } from './marks';
import { readSigns } from './readSigns';
import type { Signs } from './Signs';
import { simplifyForMarkdown } from './simplifyForMarkdown';

interface Pen {
  signs: Signs;
  parts: string[];
  /** The end of what is written: no word that matters is longer. */
  tail: string;
}

/**
 * Writes the pieces of `line` so that Rocket.Chat shows exactly them: a mark as a mark, everything else as it is read.
 * `line` tells which signs stand in it more than once, and thus have to be escaped.
 */
export function writeMarkdownLine(nodes: Inline[], line: string): string {
  const signs = readSigns(line, nodes);
  const pen: Pen = { signs, parts: [], tail: '' };
  writeNodes(pen, simplifyForMarkdown(nodes, signs), false);
  return pen.parts.join('');
}

function put(pen: Pen, text: string): void {
  pen.parts.push(text);
  pen.tail = (pen.tail + text).slice(-80);
}

function writeNodes(pen: Pen, nodes: Inline[], inside: boolean): void {
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    if (node.kind === 'url') put(pen, node.text);
    else if (node.kind === 'code') put(pen, `${gap(pen, '`')}\`${breakMentions(node.text)}\``);
    else if (node.kind === 'mark') writeMark(pen, node, next);
    else {
      const { signs, tail } = pen;
      const afterAddress = nodes[index - 1]?.kind === 'url';
      const text = escapeText(node.text, { at: node.at, signs, inside, before: tail, afterAddress });
      put(pen, next?.kind === 'url' ? text.replace(/<$/, '< ') : text);
    }
  }
}

function writeMark(pen: Pen, { mark, children }: Extract<Inline, { kind: 'mark' }>, next: Inline | undefined): void {
  const [single, double] = marks.find(({ name }) => name === mark)?.rocketChat ?? ['', ''];
  // "_4.5" would be the beginning of a web address.
  const isAddressLike = single === '_' && children[0]?.kind === 'text' && DOTTED.test(children[0].text);
  const sign = isAddressLike && /(?:^|\s)$/.test(pen.tail) ? double : single;
  put(pen, gap(pen, sign) + sign);
  writeNodes(pen, children, true);
  // A name goes on over an underscore.
  if (single === '_' && /[#@][\w.-]*$/.test(pen.tail)) put(pen, invisible);
  // "*)" is a winking face, and an escaped sign right behind is not always taken for one.
  put(pen, next?.kind === 'text' && /^[)*_~`]/.test(next.text) ? sign + invisible : sign);
}

const DOTTED = /^[^\s.]+\.[^\s.]/;

/** Before these, Rocket.Chat takes a sign for an emoticon, for a part of a name, for escaped, or for a double sign. */
function gap({ tail }: Pen, sign: string): string {
  return /[\\:=#@]$/.test(tail) || tail.endsWith(sign) ? invisible : '';
}
