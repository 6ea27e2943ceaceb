import { isRecord, pickList } from '../../state/pick';
import { drawnBlockTypes } from '../readBlocks';
import type { LintRule } from './LintRule';

/** A block type that the surface does not know disappears without a word. */
export const blockNotDrawn: LintRule = {
  id: 'block-not-drawn',
  check: ({ surface, blocks }) =>
    blocks
      .filter(({ block }) => drawnBlockTypes[surface].every((type) => type !== block.type))
      .map(({ path, block }) => ({ path, message: `The client does not draw "${block.type}" in a ${surface}.` })),
};

/** A message has no submit. */
export const inputInMessage: LintRule = {
  id: 'input-in-message',
  check: ({ surface, elements }) =>
    surface === 'message'
      ? elements
          .filter(({ element, place }) => place === 'input' && pickList(element, 'dispatchActionConfig').length === 0)
          .map(({ path }) => ({ path, message: 'An input in a message sends nothing without dispatchActionConfig.' }))
      : [],
};

const SHOWN = 5;

/** The sixth button hides behind "Show more...". */
export const foldedActions: LintRule = {
  id: 'folded-actions',
  check: ({ surface, blocks }) =>
    surface === 'banner'
      ? []
      : blocks
          .filter(({ block }) => block.type === 'actions' && pickList(block, 'elements').length > SHOWN)
          .map(({ path }) => ({ path, message: `More than ${SHOWN} elements hide behind "Show more...".` })),
};

/** fuselage loses the title of a preview that leads nowhere. */
export const previewTitleLost: LintRule = {
  id: 'preview-title-lost',
  check: ({ blocks }) =>
    blocks
      .filter(({ block }) => block.type === 'preview' && !(block['preview'] && block['externalUrl']))
      .map(({ path }) => ({ path, message: 'A preview without externalUrl (and preview) shows no title.' })),
};

const UNREAD = ['confirm', 'optionGroups', 'maxSelectItems', 'minLength', 'maxLength'] as const;

/** ui-kit's types name properties that the released client passes over. */
export const propertyNotRead: LintRule = {
  id: 'property-not-read',
  check: ({ elements }) =>
    elements.flatMap(({ path, element }) => [
      ...UNREAD.filter((name) => element[name] !== undefined).map((name) => ({
        path,
        message: `The client does not read "${name}".`,
      })),
      ...(pickList(element, 'options').some((option) => isRecord(option) && option['description'] !== undefined)
        ? [{ path, message: 'The client does not read the "description" of options.' }]
        : []),
    ]),
};

/** Pictures are read out by their alternative text. */
export const imageWithoutAlt: LintRule = {
  id: 'image-without-alt',
  check: ({ blocks, elements }) =>
    [
      ...blocks.map(({ path, block }) => ({ path, image: block })),
      ...elements.map(({ path, element }) => ({ path, image: element })),
    ]
      .filter(({ image }) => image.type === 'image' && !image['altText'])
      .map(({ path }) => ({ path, message: 'An image needs an altText.' })),
};
