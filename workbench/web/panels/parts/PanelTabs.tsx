import { Tabs, TabsItem } from '@rocket.chat/fuselage';
import { useState } from 'react';
import type { PanelTab } from './PanelTab';
import './panels.css';

/** A panel's pages, one of them open. */
export function PanelTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly PanelTab[] }) {
  const [open, setOpen] = useState(tabs[0]?.id);
  const current = tabs.find(({ id }) => id === open);
  return (
    <section className="wb-panel" aria-label={label}>
      <Tabs>
        {tabs.map(({ id, label: name }) => (
          <TabsItem key={id} selected={id === open} onClick={() => setOpen(id)}>
            {name}
          </TabsItem>
        ))}
      </Tabs>
      <div className="wb-panel-page" tabIndex={0}>
        {current && <current.Page />}
      </div>
    </section>
  );
}
