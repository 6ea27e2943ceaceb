import { AutoComplete } from '@rocket.chat/fuselage';
import type { UsersSelectElement as UsersSelectBlock } from '@rocket.chat/ui-kit';
import { useState } from 'react';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';
import { useSuggestions } from '../state/useSuggestions';
import { useTextOf } from '../text/useTextOf';

/** One of the workspace's users; the value is its id. */
export function UsersSelectElement({ block, context }: BlockProps<UsersSelectBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const [filter, setFilter] = useState('');
  const textOf = useTextOf();
  return (
    <AutoComplete
      id={block.actionId}
      value={typeof value === 'string' ? value : ''}
      filter={filter}
      setFilter={setFilter}
      options={[...useSuggestions('users', filter)]}
      multiple={false}
      disabled={loading}
      error={Boolean(error)}
      placeholder={textOf(block.placeholder)}
      onChange={change}
    />
  );
}
