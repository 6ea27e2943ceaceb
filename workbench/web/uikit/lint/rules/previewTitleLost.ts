import type { LintRule } from '../LintRule';

/** fuselage loses the title of a preview that leads nowhere. */
export const previewTitleLost: LintRule = {
  id: 'preview-title-lost',
  check: ({ blocks }) =>
    blocks
      .filter(({ block }) => block.type === 'preview' && !(block['preview'] && block['externalUrl']))
      .map(({ path }) => ({ path, message: 'A preview without externalUrl (and preview) shows no title.' })),
};
