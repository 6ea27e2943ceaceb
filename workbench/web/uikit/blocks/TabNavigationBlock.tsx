import { Tabs, TabsItem } from '@rocket.chat/fuselage';
import type { ExperimentalTabElement, ExperimentalTabNavigationBlock } from '@rocket.chat/ui-kit';
import { BlockContext } from '@rocket.chat/ui-kit';
import { useState } from 'react';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';
import type { BlockProps } from '../UiKitContext';
import { ownElement } from './InputBlock';

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

/** A tab. A click sends nothing, unless `dispatchActionConfig` says so. */
function TabElement({
  block,
  context,
  selected,
  onSelect,
}: BlockProps<ExperimentalTabElement> & { readonly selected: boolean; readonly onSelect: () => void }) {
  const { loading, change } = useElement(block, context);
  const textOf = useTextOf();
  return (
    <TabsItem
      type="button"
      selected={selected}
      disabled={loading || block.disabled === true}
      onClick={() => {
        onSelect();
        change(undefined);
      }}
    >
      {textOf(block.title)}
    </TabsItem>
  );
}
