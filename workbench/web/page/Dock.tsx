import type { IconProps } from '@rocket.chat/fuselage';
import { Icon, Throbber } from '@rocket.chat/fuselage';
import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { Hints } from '../hints/Hints';
import { words } from '../words';
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
      <div className="wb-dock-edge">
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
        {/* The guides are no tool: they open in a window of their own. */}
        <a href="/help/" target="_blank" title={words.dock.helpTitle}>
          <Icon name="book" size={20} />
          <span>{words.dock.help}</span>
        </a>
      </div>
    </aside>
  );
}

/** The tools, in their order. */
const dockTabs: readonly DockTab[] = [
  {
    id: 'phone',
    label: words.dock.phone,
    icon: 'mobile',
    Panel: lazy(() => import('../phone/PhonePanel').then(({ PhonePanel }) => ({ default: PhonePanel }))),
  },
  {
    id: 'simulator',
    label: words.dock.simulator,
    icon: 'cloud',
    Panel: lazy(() =>
      import('../panels/simulator/SimulatorPanel').then(({ SimulatorPanel }) => ({ default: SimulatorPanel })),
    ),
  },
  {
    id: 'app',
    label: words.dock.app,
    icon: 'cube',
    Panel: lazy(() => import('../panels/app/AppPanel').then(({ AppPanel }) => ({ default: AppPanel }))),
  },
  {
    id: 'linter',
    label: words.dock.linter,
    icon: 'flask',
    Panel: lazy(() => import('../panels/linter/LinterPanel').then(({ LinterPanel }) => ({ default: LinterPanel }))),
  },
];

/** A tool beside the workspace; it is loaded when it is first opened. */
type DockTab = {
  readonly id: string;
  readonly label: string;
  readonly icon: IconProps['name'];
  readonly Panel: LazyExoticComponent<ComponentType>;
};

const KEY = 'workbench-tool';

/** The tool that is open, by its id; an empty text when none is. Kept in this browser. */
const openTab = createStore<string>()(() => localStorage.getItem(KEY) ?? 'phone');
openTab.subscribe((id) => localStorage.setItem(KEY, id));
