import { escapeText } from './escapeText';
import type { Inline } from './Inline';
import { invisible } from './invisible';
import { marks } from './marks';
import type { MarkName } from './marks';
import { maskAddresses } from './maskAddresses';
import { simplifyForMarkdown } from './simplifyForMarkdown';

const SIGNS: ReadonlyMap<MarkName, string> = new Map(marks.map(({ name, rocketChat }) => [name, rocketChat[0]]));

interface Place {
  signs: string;
  /** Inside a mark, where Rocket.Chat knows no escape. */
  inside: boolean;
  /** What stands before, written already. */
  before: string;
}

/**
 * Writes the pieces of `line` so that Rocket.Chat shows exactly them: a mark as a mark, everything else as it is read.
 * `line` tells which signs stand in it more than once, and thus have to be escaped.
 */
export function writeMarkdownLine(nodes: Inline[], line: string): string {
  const signs = maskAddresses(line);
  return write(simplifyForMarkdown(nodes, signs), { signs, inside: false, before: '' });
}

function write(nodes: Inline[], { signs, inside, before }: Place): string {
  return nodes.reduce((written, node, index) => {
    const [previous, next] = [nodes[index - 1], nodes[index + 1]];
    const all = before + written;
    if (node.kind === 'url') return written + node.text;
    if (node.kind === 'code') return `${written}${gap(all, '`')}\`${node.text}\``;
    if (node.kind === 'mark') {
      const sign = SIGNS.get(node.mark) ?? '';
      const opened = `${written}${gap(all, sign)}${sign}`;
      const content = write(node.children, { signs, inside: true, before: before + opened });
      // A name goes on over an underscore; "*)" is a winking face.
      const closed = opened + content + (sign === '_' && /[#@][\w.-]*$/.test(content) ? invisible : '') + sign;
      return next?.kind === 'text' && next.text.startsWith(')') ? closed + invisible : closed;
    }
    const text = escapeText(node.text, {
      at: node.at,
      signs,
      inside,
      before: all,
      afterAddress: previous?.kind === 'url',
    });
    return written + (next?.kind === 'url' ? text.replace(/<$/, '< ') : text);
  }, '');
}

/** Before these, Rocket.Chat takes a sign for an emoticon, for a part of a name, for escaped, or for a double sign. */
function gap(before: string, sign: string): string {
  return /[\\:=#@]$/.test(before) || before.endsWith(sign) ? invisible : '';
}
