import { pick, pickText } from '../../../state/pick';
import type { LintRule } from '../LintRule';

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
