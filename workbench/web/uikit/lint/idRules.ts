import type { LintRule } from './LintRule';
import { isInteractive } from './LintRule';

/** Accessories and inputs get no ids from the server; without a block id an input's value never reaches the app. */
export const missingIds: LintRule = {
  id: 'missing-ids',
  check: ({ elements }) =>
    elements
      .filter(({ element }) => isInteractive(element))
      .flatMap(({ path, element, block }) => [
        ...(element['actionId'] ? [] : [{ path, message: 'Set an actionId: nobody else does.' }]),
        ...(block['blockId'] || element['blockId']
          ? []
          : [{ path, message: 'Set a blockId on the block: nobody else does.' }]),
      ]),
};

type Entry = { readonly path: string; readonly id: unknown; readonly key: string };

/** Elements whose clicks in a message are identified by their block. All others use their action id as the id of a field. */
const BY_BLOCK = new Set(['button', 'overflow', 'icon_button']);

const twice = (entries: readonly Entry[], name: string) =>
  entries
    .filter(({ id, key }, index) => id && entries.findIndex((other) => other.key === key) !== index)
    .map(({ path, id }) => ({ path, message: `The ${name} "${String(id)}" is there twice.` }));

/** Action ids are the ids of the page's fields; values of a view are kept by them. */
export const duplicateIds: LintRule = {
  id: 'duplicate-ids',
  check: ({ surface, blocks, elements }) => [
    ...twice(
      blocks.map(({ path, block }) => ({ path, id: block['blockId'], key: String(block['blockId']) })),
      'blockId',
    ),
    ...twice(
      elements
        .filter(({ element }) => isInteractive(element))
        .map(({ path, element, block }) => {
          const own = surface === 'message' && BY_BLOCK.has(element.type) ? String(block['blockId']) : '';
          return { path, id: element['actionId'], key: `${own} ${String(element['actionId'])}` };
        }),
      'actionId',
    ),
  ],
};

/** Messages for one user only get no ids from the server; a click in them would go to Rocket.Chat itself. */
export const missingAppId: LintRule = {
  id: 'missing-app-id',
  check: ({ surface, delivered, elements }) =>
    delivered && surface === 'message'
      ? elements
          .filter(({ element, block }) => isInteractive(element) && !element['appId'] && !block['appId'])
          .map(({ path }) => ({ path, message: 'Without an appId on the block, a click goes to "core".' }))
      : [],
};
