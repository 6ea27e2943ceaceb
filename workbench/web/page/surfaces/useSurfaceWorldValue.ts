import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { SurfaceWorldValue } from '../../uikit/surfaces/SurfaceWorld';
import { appText } from '../../workspace/appText';
import { roomTitle } from '../../workspace/roomTitle';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { appIconUrl } from './appIconUrl';
import { ghostSwitch } from './ghostSwitch';

/** What the page gives to all surfaces. */
export function useSurfaceWorldValue(): SurfaceWorldValue {
  const workspace = useWorkspace();
  const ghosts = useStore(ghostSwitch);
  const [appTexts, language] = useWorkspaceState(({ appTexts: texts, info }) => [texts, info?.language]);
  return useMemo(
    () => ({
      client: workspace.interactions,
      ghosts,
      iconUrl: appIconUrl,
      translate: (appId, key, args) =>
        appText({ ...workspace.store.getState(), appTexts }, appId, key, language === undefined ? args : { ...args }),
      suggest: (kind, term) => {
        const { users, rooms, me } = workspace.store.getState();
        const found =
          kind === 'users'
            ? users.map((user) => ({ value: user._id, label: user.name || user.username }))
            : Object.values(rooms)
                .filter(({ t }) => t === 'c' || t === 'p')
                .map((room) => ({ value: room._id, label: roomTitle(room, me) }));
        return Promise.resolve(found.filter(({ label }) => label.toLowerCase().includes(term.toLowerCase())));
      },
    }),
    [workspace, ghosts, appTexts, language],
  );
}
