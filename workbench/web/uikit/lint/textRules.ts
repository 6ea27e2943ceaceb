import { pick, pickList, pickText } from '../../state/pick';
import type { LintRule } from './LintRule';

const PLAIN = [
  ['input', 'label'],
  ['input', 'hint'],
  ['image', 'title'],
] as const;

/** Labels, hints and titles of pictures are plain text; marks in them would be read out as they are. */
export const textObjects: LintRule = {
  id: 'text-objects',
  check: ({ blocks, elements }) => [
    ...blocks.flatMap(({ path, block }) => [
      ...PLAIN.filter(
        ([type, field]) =>
          type === block.type && pick(block, field) !== undefined && pickText(block, field, 'type') !== 'plain_text',
      ).map(([, field]) => ({ path: `${path}.${field}`, message: `"${field}" has to be a plain_text object.` })),
      ...(block.type === 'input' && !pickText(block, 'label', 'text')
        ? [{ path, message: 'An input needs a label.' }]
        : []),
      ...(block.type === 'section' && !pickText(block, 'text', 'text') && !Array.isArray(block['fields'])
        ? [{ path, message: 'A section without text and fields shows nothing.' }]
        : []),
    ]),
    ...elements
      .filter(({ element }) => element.type === 'button' && !pickText(element, 'text', 'text'))
      .map(({ path }) => ({ path, message: 'A button needs a text.' })),
  ],
};

/** `[text](address)` whose address has no scheme, or a space in it. */
const BROKEN = /\[[^\]]*\]\((?!(?:https?:\/\/|mailto:|tel:)[^\s)]+\))[^)]*\)?/;

/** A link that the client shows as text, brackets and all, or that leads nowhere. */
export const brokenLinks: LintRule = {
  id: 'broken-links',
  check: ({ blocks }) =>
    blocks.flatMap(({ path, block }) =>
      [pick(block, 'text'), ...pickList(block, 'fields'), ...pickList(block, 'elements')].flatMap((text) => {
        const found = pickText(text, 'type') === 'mrkdwn' ? BROKEN.exec(pickText(text, 'text') ?? '') : null;
        return found ? [{ path, message: `The link ${found[0]} is broken.` }] : [];
      }),
    ),
};

const bare = (text: string): string => text.replace(/[*_~`>#\s]+/g, ' ').trim();

/** A message with blocks does not show its text; phones' notifications and searches do. */
export const messageTextHidden: LintRule = {
  id: 'message-text-hidden',
  check: ({ surface, blocks, text }) => {
    if (surface !== 'message' || !text || blocks.length === 0) {
      return [];
    }
    const shown = bare(blocks.map(({ block }) => pickText(block, 'text', 'text') ?? '').join(' '));
    return shown.includes(bare(text))
      ? []
      : [{ path: 'text', message: 'The text of a message with blocks is not shown: repeat it in a section.' }];
  },
};
