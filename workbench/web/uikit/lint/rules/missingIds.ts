import { isInteractive } from '../isInteractive';
import type { LintRule } from '../LintRule';

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
