import { AutoComplete } from '@rocket.chat/fuselage';
import type { ChannelsSelectElement as ChannelsSelectBlock } from '@rocket.chat/ui-kit';
import { useState } from 'react';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';
import { useSuggestions } from '../state/useSuggestions';
import { useTextOf } from '../text/useTextOf';

/** One of the workspace's channels; the value is its id. */
export function ChannelsSelectElement({ block, context }: BlockProps<ChannelsSelectBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const [filter, setFilter] = useState('');
  const textOf = useTextOf();
  return (
    <AutoComplete
      id={block.actionId}
      value={typeof value === 'string' ? value : ''}
      filter={filter}
      setFilter={setFilter}
      options={[...useSuggestions('channels', filter)]}
      multiple={false}
      disabled={loading}
      error={Boolean(error)}
      placeholder={textOf(block.placeholder)}
      onChange={change}
    />
  );
}
