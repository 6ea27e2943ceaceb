import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SurfaceWorldValue } from '../uikit/surfaces/useSurfaceWorld';
import { appText } from '../workspace/appText';
import { roomTitle } from '../workspace/roomPath';
import { useWorkspace, useWorkspaceState } from '../workspace/useWorkspace';

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

/** Where an app's icon is served. */
function appIconUrl(appId: string): string {
  return `/api/apps/${encodeURIComponent(appId)}/icon`;
}

const KEY = 'workbench-ghosts';

/** Whether blocks that the client would drop are outlined. On, unless somebody switched it off in this browser. */
export const ghostSwitch = createStore<boolean>()(() => localStorage.getItem(KEY) !== 'off');
ghostSwitch.subscribe((on) => localStorage.setItem(KEY, on ? 'on' : 'off'));
