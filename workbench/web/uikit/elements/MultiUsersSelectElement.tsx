import { AutoComplete } from '@rocket.chat/fuselage';
import type { MultiUsersSelectElement as MultiUsersSelectBlock } from '@rocket.chat/ui-kit';
import { useState } from 'react';
import type { BlockProps } from '../BlockProps';
import { stringsOf } from '../state/stringsOf';
import { useElement } from '../state/useElement';
import { useSuggestions } from '../state/useSuggestions';
import { useTextOf } from '../text/useTextOf';

/** Several users; the value is the list of their ids. */
export function MultiUsersSelectElement({ block, context }: BlockProps<MultiUsersSelectBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const [filter, setFilter] = useState('');
  const textOf = useTextOf();
  return (
    <AutoComplete
      id={block.actionId}
      value={stringsOf(value)}
      filter={filter}
      setFilter={setFilter}
      options={[...useSuggestions('users', filter)]}
      multiple={true}
      disabled={loading}
      error={Boolean(error)}
      placeholder={textOf(block.placeholder)}
      onChange={change}
    />
  );
}
