import { pick, pickList, pickText } from '../../../state/pick';
import type { LintRule } from '../LintRule';

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
