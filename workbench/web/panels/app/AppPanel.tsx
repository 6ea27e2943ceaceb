import { words } from '../../words';
import { PanelTabs } from '../parts/PanelTabs';
import { AdminOnly, ServerPage } from './ServerPage';
import { AppSettingsPage } from './AppSettingsPage';
import { LogsPage } from './LogsPage';
import { MachinesPage } from './MachinesPage';
import { RoundTripsPage } from './RoundTripsPage';

const admins = (Page: () => React.ReactNode) =>
  function ForAdmins() {
    return (
      <AdminOnly>
        <Page />
      </AdminOnly>
    );
  };

const TABS = [
  { id: 'settings', label: words.app.settings, Page: admins(AppSettingsPage) },
  { id: 'round-trips', label: words.app.roundTrips, Page: RoundTripsPage },
  { id: 'machines', label: words.app.machines, Page: admins(MachinesPage) },
  { id: 'logs', label: words.app.logs, Page: admins(LogsPage) },
  { id: 'server', label: words.app.server, Page: ServerPage },
];

/** The app: its settings, what it costs, where its dialogues stand, what it logged, and the server's own settings. */
export function AppPanel() {
  return <PanelTabs label={words.dock.app} tabs={TABS} />;
}
