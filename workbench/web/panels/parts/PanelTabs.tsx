import { Tabs, TabsItem } from '@rocket.chat/fuselage';
import type { ComponentType } from 'react';
import { useState } from 'react';
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

/** A page of a panel. */
type PanelTab = { readonly id: string; readonly label: string; readonly Page: ComponentType };
