import { useMemo } from 'react';
import { useStore } from 'zustand';
import { guardRejects } from '../../uikit/lint/guardRejects';
import type { Finding } from '../../uikit/lint/LintRule';
import { lintSurface } from '../../uikit/lint/lintSurface';
import { lintView } from '../../uikit/lint/lintView';
import { words } from '../../words';
import { useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';

const also = [guardRejects];

/** Every surface that is on the screen now, linted. */
export function useLintedScreen(): readonly LintedSurface[] {
  const { interactions } = useWorkspace();
  const open = useStore(interactions.views);
  const messages = useWorkspaceState((state) => state.histories[state.selectedRid ?? '']?.messages);
  return useMemo(() => {
    const views = [
      { surface: 'modal', view: open.modal?.view },
      { surface: 'contextualBar', view: open.contextualBar?.view },
      ...open.banners.map(({ view }) => ({ surface: 'banner', view }) as const),
    ] as const;
    return [
      ...views.flatMap(({ surface, view }) =>
        view
          ? [
              {
                key: view.id,
                name: words.linter.surfaces[surface],
                findings: lintView(surface, view, { delivered: true, also: surface === 'contextualBar' ? [] : also }),
              },
            ]
          : [],
      ),
      ...(messages ?? []).flatMap(({ _id, blocks, msg }) =>
        blocks?.length
          ? [
              {
                key: _id,
                name: words.linter.message(msg),
                findings: lintSurface('message', blocks, { text: msg, delivered: true, also }),
              },
            ]
          : [],
      ),
    ];
  }, [open, messages]);
}

/** A surface on the screen with what was found in it. */
type LintedSurface = { readonly key: string; readonly name: string; readonly findings: readonly Finding[] };
