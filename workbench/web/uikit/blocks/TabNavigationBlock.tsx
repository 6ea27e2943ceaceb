import { Tabs } from '@rocket.chat/fuselage';
import { BlockContext } from '@rocket.chat/ui-kit';
import type { ExperimentalTabNavigationBlock } from '@rocket.chat/ui-kit';
import { useState } from 'react';
import type { BlockProps } from '../BlockProps';
import { TabElement } from '../elements/TabElement';
import { ownElement } from './ownElement';

/** Tabs over a contextual bar's content. The app has to redraw the bar itself. */
export function TabNavigationBlock({ block, renderer }: BlockProps<ExperimentalTabNavigationBlock>) {
  const [picked, setPicked] = useState<number>();
  return (
    <Tabs>
      {block.tabs.map((tab, index) => (
        <TabElement
          key={tab.actionId || index}
          block={ownElement(block, tab)}
          context={BlockContext.BLOCK}
          renderer={renderer}
          index={index}
          selected={picked === undefined ? tab.selected === true : picked === index}
          onSelect={() => setPicked(index)}
        />
      ))}
    </Tabs>
  );
}
