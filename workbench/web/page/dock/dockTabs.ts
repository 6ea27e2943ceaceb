import { lazy } from 'react';
import { words } from '../../words';
import type { DockTab } from './DockTab';

/** The tools, in their order. */
export const dockTabs: readonly DockTab[] = [
  {
    id: 'phone',
    label: words.dock.phone,
    icon: 'mobile',
    Panel: lazy(() => import('../../phone/PhonePanel').then(({ PhonePanel }) => ({ default: PhonePanel }))),
  },
  {
    id: 'simulator',
    label: words.dock.simulator,
    icon: 'cloud',
    Panel: lazy(() =>
      import('../../panels/simulator/SimulatorPanel').then(({ SimulatorPanel }) => ({ default: SimulatorPanel })),
    ),
  },
  {
    id: 'app',
    label: words.dock.app,
    icon: 'cube',
    Panel: lazy(() => import('../../panels/app/AppPanel').then(({ AppPanel }) => ({ default: AppPanel }))),
  },
  {
    id: 'linter',
    label: words.dock.linter,
    icon: 'flask',
    Panel: lazy(() => import('../../panels/linter/LinterPanel').then(({ LinterPanel }) => ({ default: LinterPanel }))),
  },
];
