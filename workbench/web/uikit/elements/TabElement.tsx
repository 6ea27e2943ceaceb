import { TabsItem } from '@rocket.chat/fuselage';
import type { ExperimentalTabElement } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';

/** A tab. A click sends nothing, unless `dispatchActionConfig` says so. */
export function TabElement({
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
