import { Icon, Throbber } from '@rocket.chat/fuselage';
import { Suspense } from 'react';
import { useStore } from 'zustand';
import { Hints } from '../../hints/Hints';
import { words } from '../../words';
import { dockTabs } from './dockTabs';
import { openTab } from './openTab';
import './dock.css';

/** The tools beside the workspace: one is open, or none. */
export function Dock({ onSwitchUser }: { readonly onSwitchUser: (username: string) => void }) {
  const open = useStore(openTab);
  const current = dockTabs.find(({ id }) => id === open);
  return (
    <aside className="wb-dock" aria-label={words.sidebar.tools}>
      <Hints onSwitchUser={onSwitchUser} />
      {current && (
        <div className="wb-dock-panel" role="tabpanel" aria-label={current.label} data-panel={current.id}>
          <Suspense fallback={<Throbber aria-label={words.dock.loading} />}>
            <current.Panel />
          </Suspense>
        </div>
      )}
      <div className="wb-dock-tabs" role="tablist" aria-label={words.dock.tools} aria-orientation="vertical">
        {dockTabs.map(({ id, label, icon }) => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={id === open}
            title={id === open ? words.dock.close : label}
            onClick={() => openTab.setState(id === open ? '' : id, true)}
          >
            <Icon name={icon} size={20} />
            <span>{label}</span>
          </button>
        ))}
      </div>
    </aside>
  );
}
