import { words } from '../../words';
import { PanelTabs } from '../parts/PanelTabs';
import { ClockPage } from './ClockPage';
import { DeliveriesPage } from './DeliveriesPage';
import { FaultsPage } from './FaultsPage';
import { NumbersPage } from './NumbersPage';
import { RequestsPage } from './RequestsPage';
import { TemplatesPage } from './TemplatesPage';

const TABS = [
  { id: 'numbers', label: words.simulator.numbers, Page: NumbersPage },
  { id: 'templates', label: words.simulator.templates.title, Page: TemplatesPage },
  { id: 'faults', label: words.simulator.faults, Page: FaultsPage },
  { id: 'clock', label: words.simulator.clock, Page: ClockPage },
  { id: 'requests', label: words.simulator.requests, Page: RequestsPage },
  { id: 'deliveries', label: words.simulator.deliveries, Page: DeliveriesPage },
];

/** The simulated 360dialog: its numbers and templates, what goes wrong, its clock, what it was asked and what it told. */
export function SimulatorPanel() {
  return <PanelTabs label={words.dock.simulator} tabs={TABS} />;
}
